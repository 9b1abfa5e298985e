//! Any text that parses: its canonical form means the same, and is its own canonical form.

#![no_main]

use libfuzzer_sys::fuzz_target;
use normc::source::FileId;

#[allow(dead_code, reason = "shared with the tests")]
#[path = "../../tests/support/pipeline.rs"]
mod pipeline;

fuzz_target!(|text: &str| {
    if normc::syntax::parse(FileId(0), text).1.is_empty() {
        pipeline::hold_format(text);
    }
});
