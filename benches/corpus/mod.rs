//! A workspace of any size, made up but shaped like the real ones: an act, a request, a library, a horizontal and as many verticals as it
//! takes. The same size gives the same bytes everywhere: nothing is random.
//!
//! For each requirement there are about 800 bytes of source and 2.4 declarations: the requirement, its assessment, and its share of threats,
//! objectives, assets and use cases. Verticals refine, adopt or deviate from each requirement of the horizontal, or exclude it by their
//! scope. normc finds nothing wrong.

#![allow(dead_code, unreachable_pub, reason = "each of the programs that include this file uses a part of it")]

use std::fmt::Write;

/// Essential requirements of the act, as many as the Cyber Resilience Act has letters and points.
const ESSENTIALS: usize = 21;
/// Requirements of a vertical.
const OF_VERTICAL: usize = 200;
/// Requirements in one file, so that files stay at about 40 KB.
const IN_FILE: usize = 50;
/// Requirements that share one objective.
const OF_OBJECTIVE: usize = 6;
/// Requirements that share one threat.
const OF_THREAT: usize = 5;

/// What the provisions are about, so that texts differ.
const TOPICS: &[(&str, &str)] = &[
    ("authentication", "repeated failures of authentication"),
    ("update", "the installation of updates"),
    ("storage", "the protection of stored data"),
    ("transport", "the protection of transmitted data"),
    ("logging", "the record of relevant events"),
    ("default", "the configuration at first use"),
    ("interface", "the exposure of external interfaces"),
    ("erasure", "the removal of data and settings"),
];

/// A workspace in memory: paths below the root with their texts, in the order of the paths.
pub struct Corpus {
    /// How many requirements it has.
    pub requirements: usize,
    /// Path and text of each source.
    pub files: Vec<(String, String)>,
}

/// The manifest of every corpus.
pub const MANIFEST: &str = "packages:\n  - packages/*\n";

impl Corpus {
    /// A corpus of so many requirements, 100 at least.
    pub fn new(requirements: usize) -> Self {
        let requirements = requirements.max(100);
        let base = (requirements / 10).clamp(25, 100);
        let verticals = verticals(requirements - base);
        let mut files = vec![
            ("packages/act/act.norm".to_owned(), act()),
            ("packages/base/base.norm".to_owned(), base_head() + &sections("base", base, base)),
            ("packages/lib/lib.norm".to_owned(), library()),
            ("packages/req/req.norm".to_owned(), request(verticals.len())),
        ];
        for (at, own) in verticals.iter().enumerate() {
            let name = vertical_name(at);
            let mut rest = 0..*own;
            files.push((format!("packages/{name}/{name}.norm"), vertical_head(at, *own, base)));
            for part in 0.. {
                let end = (rest.start + IN_FILE).min(rest.end);
                let mut text = String::new();
                (rest.start..end).for_each(|number| requirement(&mut text, &name, number, base));
                files.push((format!("packages/{name}/part-{part:02}.norm"), text));
                rest.start = end;
                if rest.is_empty() {
                    break;
                }
            }
        }
        files.sort();
        Self { requirements, files }
    }

    /// How many bytes of source it has.
    pub fn bytes(&self) -> usize {
        self.files.iter().map(|(_, text)| text.len()).sum()
    }
}

/// How many requirements each vertical has; the last takes what is left over.
fn verticals(requirements: usize) -> Vec<usize> {
    let count = (requirements / OF_VERTICAL).max(1);
    let mut verticals = vec![requirements / count; count];
    verticals[count - 1] += requirements % count;
    verticals
}

fn vertical_name(at: usize) -> String {
    format!("v{at:03}")
}

fn act() -> String {
    let mut text = String::from("regulation act \"Example act\" {\n  official \"Regulation 1\"\n}\n\n");
    for number in 1..=ESSENTIALS {
        let (topic, what) = TOPICS[number % TOPICS.len()];
        let _ = write!(
            text,
            "essential E-{number} \"Essential {number}: {topic}\" {{\n  official \"Annex, point {number}\"\n  group product\n  \
             text \"Risks in {what} are kept low over the support period.\"\n}}\n\n"
        );
    }
    for number in 1..=4 {
        let _ = write!(
            text,
            "category C-{number} \"Category {number}\" {{\n  official \"Annex II, point {number}\"\n  class important-1\n}}\n\n"
        );
    }
    for module in ["A", "B", "C", "H"] {
        let _ = write!(text, "module {module} \"Module {module}\" {{\n  official \"Annex III\"\n}}\n\n");
    }
    text
}

fn request(verticals: usize) -> String {
    let all = list(1..=ESSENTIALS, "act:E-");
    let mut text =
        String::from("request req \"Example request\" {\n  official \"M/1\"\n  edition adopted\n}\n\nuse act\n\n");
    let mut item = |number: usize, rest: &str| {
        let _ = write!(
            text,
            "item {number} \"Deliverable {number}\" {{\n  {rest}\n  due 2027-10-30\n  addresses {all}\n}}\n\n"
        );
    };
    item(1, "role horizontal");
    for at in 0..verticals {
        item(at + 2, &format!("role vertical\n  category act:C-{}", at % 4 + 1));
    }
    text
}

fn library() -> String {
    let mut text = String::from(
        "library lib \"Example library\" { }\n\nlevels low < high < highest\nlevel low\nlevel high\nlevel highest\n\n\
         user-category anyone \"Anyone\"\nuser-category staff \"Trained staff\"\n\n\
         risk-factor DAT \"Sensitivity of the data\" {\n  values none < personal < secret\n}\n\n\
         risk-matrix matrix \"Rating\" {\n  likelihoods rare < possible < likely\n  impacts minor < major < severe\n  \
         ratings low < medium < high\n  row rare low, low, low\n  row possible low, medium, medium\n  row likely medium, high, high\n  \
         accept medium \"Risks up to medium are borne.\"\n}\n\n",
    );
    for (at, (topic, what)) in TOPICS.iter().enumerate() {
        let _ = write!(
            text,
            "family F-{at} \"Family {topic}\"\n\nfeature has-{topic} \"The product has {topic}\" {{\n  \
             text \"A product with the feature takes part in {what}.\"\n}}\n\n\
             term {topic} \"{topic} function\" {{\n  definition \"function of the product for {what}\"\n}}\n\n"
        );
    }
    text + "feature legacy \"Legacy protocols\"\n\nfeature remote \"Remote access\" { excludes legacy }\n"
}

fn base_head() -> String {
    "standard base \"Products\" {\n  role horizontal\n  answers req:1\n  eso cen\n  number \"EN 1\"\n  stage draft\n  version \"0.1.0\"\n  \
     date 2026-01-01\n  scope \"This document specifies requirements for products.\"\n}\n\nuse act\nuse req\nuse lib\n\n\
     asset store \"Store\" { protects confidentiality, integrity }\n\n"
        .to_owned()
}

fn vertical_head(at: usize, own: usize, base: usize) -> String {
    let name = vertical_name(at);
    let mut text = format!(
        "standard {name} \"Products of class {at}\" {{\n  role vertical\n  answers req:{item}\n  eso etsi\n  number \"EN {item}\"\n  \
         stage draft\n  version \"0.1.0\"\n  date 2026-01-01\n  category act:C-{category}\n  extends base\n  \
         in-scope when lib:remote or lib:has-update\n  scope \"\"\"\n    The present document specifies requirements for products of class {at}.\n\n    \
         They hold whatever the [lib:update] does.\n  \"\"\"\n}}\n\nuse act\nuse req\nuse lib\n\n",
        item = at + 2,
        category = at % 4 + 1,
    );
    for (use_case, user, value) in [("UC-1", "anyone", "personal"), ("UC-2", "staff", "secret")] {
        let _ = write!(
            text,
            "use-case {use_case} \"Use by {user}\" {{\n  purpose \"Get the work of class {at} done.\"\n  \
             environment \"A place where {user} may come.\"\n  users lib:{user}\n  level lib:high\n  factor lib:DAT {value}\n}}\n\n"
        );
    }
    text += "feature own \"Own feature\" { requires lib:has-update }\n\nasset store \"Store\" { protects confidentiality }\n\n";
    // Of the horizontal's requirements this vertical refines the first, deviates from the next few, and adopts the rest.
    let refined = refined(base);
    let deviated = (refined + 2).min(base);
    for number in refined..deviated {
        let _ = write!(
            text,
            "deviates base:R-{number} {{\n  because \"Products of class {at} have no part that the provision is about.\"\n}}\n\n"
        );
    }
    let _ = write!(text, "adopts {}\n\n", list(deviated..=base - 1, "base:R-"));
    text + &sections(&name, own, 0)
}

/// How many requirements of the horizontal a vertical refines: its first ones, of the same numbers.
fn refined(base: usize) -> usize {
    base / 2
}

/// The threats and objectives of a package, and as many of its requirements as `shown` says.
fn sections(package: &str, own: usize, shown: usize) -> String {
    let mut text = String::new();
    for number in 0..own.div_ceil(OF_THREAT) {
        let (topic, what) = TOPICS[number % TOPICS.len()];
        let _ = write!(
            text,
            "threat T-{number} \"Misuse {number} of {topic}\" {{\n  targets store\n  \
             agent \"Someone who reaches the [lib:{topic}]\"\n  \
             text \"A weakness in {what} is used against {package}.\"\n  \
             likelihood likely when lib:DAT >= personal\n  likelihood possible\n  impact major\n}}\n\n"
        );
    }
    for number in 0..own.div_ceil(OF_OBJECTIVE) {
        let (topic, what) = TOPICS[number % TOPICS.len()];
        let threats = own.div_ceil(OF_THREAT);
        let mine: Vec<_> = (0..threats).filter(|threat| threat * OF_THREAT / OF_OBJECTIVE == number).collect();
        let counters = list(mine.iter().copied().chain(mine.is_empty().then_some(threats - 1)), "T-");
        let _ = write!(
            text,
            "objective O-{number} \"Objective {number}: {topic}\" {{\n  on product\n  counters {counters}\n  achieves act:E-{}\n  \
             rationale \"An attack on {what} then costs more than it gains.\"\n}}\n\n",
            number % ESSENTIALS + 1
        );
    }
    (0..shown).for_each(|number| requirement(&mut text, package, number, 0));
    text
}

/// A requirement with its assessment; one of the first refines the horizontal's of the same number where `base` is not 0.
fn requirement(text: &mut String, package: &str, number: usize, base: usize) {
    let (topic, what) = TOPICS[number % TOPICS.len()];
    let is_vertical = base > 0;
    let refines = is_vertical && number < refined(base);
    let limited = number % 4 < 2;
    let _ = write!(
        text,
        "requirement R-{number} \"Provision {number} on {topic}\" {{\n  family lib:F-{}\n  serves O-{}\n  covers act:E-{}\n",
        number % TOPICS.len(),
        number / OF_OBJECTIVE,
        number % ESSENTIALS + 1,
    );
    if refines {
        let narrowing = if limited { " { limit in 3..10 }" } else { "" };
        let _ = writeln!(text, "  refines base:R-{number}{narrowing}");
    } else if is_vertical {
        let _ = writeln!(text, "  rationale \"Only {package} has this part in {what}.\"");
    }
    if number.is_multiple_of(OF_THREAT) {
        let _ = writeln!(text, "  reduces T-{} likelihood to rare", number / OF_THREAT);
    }
    if is_vertical && !refines && number % 10 == 9 {
        *text += "  level lib:high\n";
    }
    if is_vertical && !refines && number % 4 == 3 && !number.is_multiple_of(OF_THREAT) {
        *text += "  when own and not (lib:legacy or lib:DAT >= secret)\n";
    }
    if limited && !refines {
        *text += "  param limit count in 3..20 default 10 \"allowed number\"\n";
    }
    let limit = if limited { " after {limit} of them" } else { "" };
    let _ = write!(
        text,
        "  statement \"The product shall protect {what}{limit} by its [lib:{topic}].\"\n  \
         assessment A-{number} \"Assessment {number}\" {{\n    method test\n    aspect sufficiency\n    modules act:A, act:B, act:H\n    \
         objective \"The product protects {what} in practice.\"\n    \
         preparation \"A product with its default settings.\"\n    \
         activity \"Provoke the case ten times.\"\n    \
         verdict {{ pass \"the case is met each time\"; fail \"the case is missed once\" }}\n    \
         evidence \"record of the ten runs\"\n  }}\n}}\n\n"
    );
}

fn list(numbers: impl IntoIterator<Item = usize>, prefix: &str) -> String {
    numbers.into_iter().map(|number| format!("{prefix}{number}")).collect::<Vec<_>>().join(", ")
}

/// Its sources as the stages take them.
pub fn sources(corpus: &Corpus) -> normc::source::Sources {
    let mut sources = normc::source::Sources::default();
    for (path, text) in &corpus.files {
        sources.add(path.clone(), text.clone());
    }
    sources
}

/// Writes it below a folder, with its manifest.
pub fn write(corpus: &Corpus, folder: &std::path::Path) -> std::io::Result<()> {
    std::fs::write(folder.join("norm.yaml"), MANIFEST)?;
    for (path, text) in &corpus.files {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        std::fs::write(path, text)?;
    }
    Ok(())
}
