//! The lock as a file: TOML, a table a record, sorted, so that two branches that review different things merge by themselves.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Lock, Record};

/// The name of the lock's file, beside the manifest.
pub const FILE: &str = "norm.lock";

/// The form of the file that this program reads and writes.
const FORM: u32 = 1;

const HEAD: &str =
    "# What each deliverable was last reviewed against. `normc review` writes this file; keep it with the sources.\n\n";

/// Why a lock cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The bytes that are wrong.
    pub at: std::ops::Range<usize>,
    /// What is wrong with them.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    form: u32,
    #[serde(default)]
    reviewed: Vec<Table>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    package: String,
    requirement: String,
    version: String,
    date: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    binding: String,
    prose: String,
    #[serde(default)]
    says: BTreeMap<String, String>,
}

impl Lock {
    /// Reads a lock.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let document: Document = toml::from_str(text).map_err(|error| fault(text, &error))?;
        if document.form != FORM {
            let message = format!("the lock has the form {}, and this normc knows the form {FORM}", document.form);
            let at = text.find("form").unwrap_or(0);
            return Err(Fault { at: at..at, message, help: "use the version of normc that wrote it" });
        }
        let record = |table: Table| {
            let Table { package, requirement, version, date, by, binding, prose, says } = table;
            ((package, requirement), Record { version, date, by, binding, prose, says })
        };
        Ok(Self { records: document.reviewed.into_iter().map(record).collect() })
    }

    /// The file's text.
    pub fn write(&self) -> String {
        let table = |((package, requirement), record): (&(String, String), &Record)| {
            let Record { version, date, by, binding, prose, says } = record.clone();
            Table {
                package: package.clone(),
                requirement: requirement.clone(),
                version,
                date,
                by,
                binding,
                prose,
                says,
            }
        };
        let document = Document { form: FORM, reviewed: self.records.iter().map(table).collect() };
        // Strings and numbers always serialise.
        HEAD.to_owned() + &toml::to_string(&document).unwrap_or_default()
    }
}

fn fault(text: &str, error: &toml::de::Error) -> Fault {
    let merging = ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| text.lines().any(|line| line.starts_with(mark)));
    let help = if merging {
        "both sides of a merge stand here; take the lines with `<<<<<<<`, `=======` and `>>>>>>>` away and keep one record of each requirement"
    } else {
        "mend it, or go back to the last version that could be read"
    };
    let at = error.span().unwrap_or(0..0);
    Fault { at, message: format!("the lock cannot be read: {}", error.message()), help }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let says =
            [("statement", "The \"product\" shall \\ hold {x}.\u{7}"), ("parameter a.b", "size, at least 64 MiB")];
        let record = Record {
            version: "0.1.0".to_owned(),
            date: "2030-01-01".to_owned(),
            by: Some("A = [b]".to_owned()),
            says: says.map(|(part, words)| (part.to_owned(), words.to_owned())).into(),
            ..Record::default()
        };
        let key = |requirement: &str| ("pm".to_owned(), requirement.to_owned());
        let records = BTreeMap::from([(key("generic:R-1"), record), (key("generic:R-2"), Record::default())]);
        let lock = Lock { records };
        assert_eq!(Lock::read(&lock.write()), Ok(lock.clone()));
        assert_eq!(Lock::read(&lock.write()).unwrap().write(), lock.write());
    }

    #[test]
    fn mistakes_have_a_place() {
        let fault = |text: &str| Lock::read(text).unwrap_err();
        assert_eq!(fault("form = 2\n").at, 0..0);
        assert!(fault("form = 1\n<<<<<<< ours\n").help.contains("merge"));
        assert_eq!(fault("form = 1\nreviewd = 3\n").at, 9..16);
        assert!(fault("").message.contains("form"));
        let deep = format!("form = 1\nreviewed = {}", "[".repeat(100_000));
        assert!(Lock::read(&deep).is_err());
    }
}
