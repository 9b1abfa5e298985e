//! Units of quantities. `grammar/norm.pest` lists the same words, as a test checks.

/// A unit: its word, what it measures, and how many of the measure's base unit it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unit {
    /// The word, such as `MiB`.
    pub word: &'static str,
    /// The parameter type that it measures: `size`, `bits`, `duration` or `percent`.
    pub measures: &'static str,
    /// How many bytes, bits, milliseconds or percent it is.
    pub factor: u64,
}

const fn unit_of(word: &'static str, measures: &'static str, factor: u64) -> Unit {
    Unit { word, measures, factor }
}

const SECOND: u64 = 1_000;
const DAY: u64 = 24 * 60 * 60 * SECOND;

/// Every unit. Sizes count bytes, bit lengths bits, durations milliseconds (a month is 30 days, a year 365), percentages percent.
pub const UNITS: &[Unit] = &[
    unit_of("B", "size", 1),
    unit_of("byte", "size", 1),
    unit_of("bytes", "size", 1),
    unit_of("kB", "size", 1_000),
    unit_of("MB", "size", 1_000_000),
    unit_of("GB", "size", 1_000_000_000),
    unit_of("TB", "size", 1_000_000_000_000),
    unit_of("KiB", "size", 1 << 10),
    unit_of("MiB", "size", 1 << 20),
    unit_of("GiB", "size", 1 << 30),
    unit_of("TiB", "size", 1 << 40),
    unit_of("bit", "bits", 1),
    unit_of("bits", "bits", 1),
    unit_of("ms", "duration", 1),
    unit_of("s", "duration", SECOND),
    unit_of("min", "duration", 60 * SECOND),
    unit_of("h", "duration", 60 * 60 * SECOND),
    unit_of("hour", "duration", 60 * 60 * SECOND),
    unit_of("hours", "duration", 60 * 60 * SECOND),
    unit_of("day", "duration", DAY),
    unit_of("days", "duration", DAY),
    unit_of("week", "duration", 7 * DAY),
    unit_of("weeks", "duration", 7 * DAY),
    unit_of("month", "duration", 30 * DAY),
    unit_of("months", "duration", 30 * DAY),
    unit_of("year", "duration", 365 * DAY),
    unit_of("years", "duration", 365 * DAY),
    unit_of("%", "percent", 1),
];

/// The unit of a word.
pub fn unit(word: &str) -> Option<&'static Unit> {
    UNITS.iter().find(|unit| unit.word == word)
}
