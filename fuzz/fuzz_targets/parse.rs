//! Any bytes, as the two files of a package: the whole pipeline up to the findings ends without a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[allow(dead_code, reason = "shared with the tests")]
#[path = "../../tests/support/pipeline.rs"]
mod pipeline;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (one, other) = text.split_once('\u{1e}').unwrap_or((&text, "library p \"Package\"\n"));
    let files = [("p/one.norm", one), ("p/other.norm", other)];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    pipeline::run(&pipeline::workspace(files.to_vec()));
});
