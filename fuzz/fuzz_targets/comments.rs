//! Any bytes, as a file of comments: they are read or refused, and what is read comes back from every form.

#![no_main]

use libfuzzer_sys::fuzz_target;
use normc::ooxml::Package;

#[allow(dead_code, reason = "shared with the tests")]
#[path = "../../tests/support/forms.rs"]
mod forms;

fuzz_target!(|bytes: &[u8]| {
    forms::hold(bytes);
    // The same as the text of a document, so that the fuzzer need not learn to pack.
    let mut package = Package::default();
    let sort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    package.relate("", sort, "word/document.xml");
    let media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    package.add("word/document.xml", media, bytes.to_vec());
    if let Ok(packed) = package.zip() {
        forms::hold(&packed);
    }
});
