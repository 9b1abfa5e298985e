//! The numbers of requirements: those that are kept, those that are withdrawn, and those that follow from the order.

mod support;

use normc::model::Requirement;
use normc::source::Sources;
use normc::{model, syntax};

/// What each requirement of the text is counted as, in order.
fn counted(text: &str) -> Vec<(String, u32)> {
    let mut sources = Sources::default();
    sources.add("s/s.norm".to_owned(), format!("standard s \"S\" {{ }}\n{text}"));
    let trees: Vec<_> = sources.iter().map(|(id, file)| syntax::parse(id, file.text()).0).collect();
    let (model, _) = model::resolve(&sources, &trees);
    let package = model.package_named("s").unwrap().id;
    let numbers = model.counted(package);
    model.of::<Requirement<'_>>(package).map(|(it, _)| (it.name.clone(), numbers[&it.id])).collect()
}

#[test]
fn kept_and_withdrawn_numbers_are_left_out_of_the_count() {
    let found = counted(
        r#"
family F "F" { withdrawn 2 because "Gone."; withdrawn 5 because "Gone." }
family G "G"
requirement A "A" { family F }
requirement B "B" { family F }
requirement C "C" { family F; number 1 }
requirement D "D" { family G }
requirement E "E" { family F }
requirement H "H" { }
requirement I "I" { family G; number 7 }
requirement J "J" { family G }
"#,
    );
    let expected = [("A", 3), ("B", 4), ("C", 1), ("D", 1), ("E", 6), ("H", 1), ("I", 7), ("J", 2)]
        .map(|(n, c)| (n.to_owned(), c));
    assert_eq!(found, expected);
}
