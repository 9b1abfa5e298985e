//! `normc check --watch` as a process: it checks again after an edit, tells what is wrong with the manifest, and ends when it is told to.

mod support;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use support::program::{change, new, normc};

/// A process that watches, and the lines that it says. It ends with the test.
struct Watching {
    process: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn begin(folder: &Path, arguments: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_normc"))
            .args(["check", "--watch"])
            .args(arguments)
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stderr = BufReader::new(process.stderr.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || stderr.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { process, lines }
    }

    /// What is said until the process waits.
    fn round(&self) -> String {
        let mut said = String::new();
        loop {
            let line =
                self.lines.recv_timeout(Duration::from_secs(60)).unwrap_or_else(|_| panic!("silence after\n{said}"));
            said += &format!("{line}\n");
            if line.contains("waiting for a change") {
                return said;
            }
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn checks_again_after_every_edit() {
    let folder = new();
    let workspace = folder.path().join("w");
    let watching = Watching::begin(&workspace, &[]);
    let first = watching.round();
    assert!(first.contains("0 errors") && first.contains("took "), "{first}");
    assert!(!first.contains('\u{1b}'), "clears a screen where there is none");
    change(&workspace, "serves O-SECRET", "serves O-SECRT");
    let second = watching.round();
    assert!(second.contains("error[unknown-name]") && second.contains("1 error"), "{second}");
    // A file that comes, and a manifest that cannot be read for a while.
    fs::write(workspace.join("standards/act/more.norm"), "essentail X \"x\"\n").unwrap();
    assert!(watching.round().contains("standards/act/more.norm"));
    fs::remove_file(workspace.join("standards/act/more.norm")).unwrap();
    watching.round();
    let manifest = fs::read_to_string(workspace.join("norm.yaml")).unwrap();
    fs::write(workspace.join("norm.yaml"), "packages: 7\n").unwrap();
    assert!(watching.round().contains("normc: norm.yaml"));
    fs::write(workspace.join("norm.yaml"), manifest).unwrap();
    watching.round();
    change(&workspace, "serves O-SECRT", "serves O-SECRET");
    assert!(watching.round().contains("0 errors"));
}

#[test]
fn a_baseline_holds_in_every_round() {
    let folder = support::program::broken();
    let workspace = folder.path().join("w");
    assert_eq!(normc(&workspace, "check --write-baseline known.toml").code, 0);
    let watching = Watching::begin(&workspace, &["--baseline", "known.toml"]);
    assert!(watching.round().contains("0 errors"));
    change(&workspace, "requirement R-CRYPT", "// A remark.\nrequirement R-CRYPT");
    let said = watching.round();
    assert!(said.contains("0 errors") && said.contains("1 finding known"), "{said}");
}

#[cfg(unix)]
#[test]
fn ends_on_an_interrupt() {
    if ignores_interrupts() {
        eprintln!("skipped: whoever runs the tests ignores interrupts, and so does all that they start");
        return;
    }
    let folder = new();
    let mut watching = Watching::begin(&folder.path().join("w"), &[]);
    watching.round();
    let id = watching.process.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    assert!(!watching.process.wait().unwrap().success());
}

/// Whether interrupts are ignored here, as in a job that a script runs in the background; told where the system tells it.
#[cfg(unix)]
fn ignores_interrupts() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    // SIGINT is signal 2, counted from the lowest bit.
    ignored & 0b10 != 0
}

#[test]
fn a_report_is_of_one_check() {
    let folder = new();
    let workspace = folder.path().join("w");
    for arguments in ["--message-format sarif", "--allowed", "--write-baseline x"] {
        assert_eq!(normc(&workspace, &format!("check --watch {arguments}")).code, 2, "{arguments}");
    }
}
