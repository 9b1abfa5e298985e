//! The date that output carries: what is said, or what the environment says, and never the clock's.

/// The date of `--date`, or of `SOURCE_DATE_EPOCH`; nothing where neither is said.
pub(super) fn date(given: Option<&str>) -> Result<Option<String>, String> {
    if let Some(date) = given {
        let date: jiff::civil::Date = date.parse().map_err(|_| format!("`{date}` is no date; write YYYY-MM-DD"))?;
        return Ok(Some(date.to_string()));
    }
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let second = epoch.parse().ok().and_then(|second| jiff::Timestamp::from_second(second).ok());
    let second = second.ok_or_else(|| format!("SOURCE_DATE_EPOCH is `{epoch}`, which is no number of seconds"))?;
    Ok(Some(second.to_zoned(jiff::tz::TimeZone::UTC).date().to_string()))
}
