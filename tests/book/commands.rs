//! `commands.md`: what the program says to `--help`, for itself and for every subcommand.

use std::process::{Command, Stdio};

/// The program with a fixed width and nothing of the environment that would change what it prints.
pub(crate) fn normc() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_normc"));
    command.stdin(Stdio::null()).env("COLUMNS", "100").env_remove("NO_COLOR").env_remove("SOURCE_DATE_EPOCH");
    command
}

/// The page.
pub(crate) fn pages() -> Vec<(String, String)> {
    let whole = help(&[]);
    let mut text = format!(
        "# Commands\n\n\
         What can normc do, and which options does it take? This page is what `normc --help` and `normc COMMAND --help` print.\n\n\
         Exit code 0 means that nothing of severity error was found, 1 that something was, 2 that the command could not run. Results go to\n\
         standard output. Findings for people, and all that is said besides, go to standard error.\n\n\
         ```text\n{whole}```\n"
    );
    for name in names(&whole) {
        text += &format!("\n## normc {name}\n\n```text\n{}```\n", help(&[name]));
    }
    vec![("commands.md".to_owned(), text)]
}

fn help(command: &[&str]) -> String {
    let output = normc().args(command).arg("--help").output().unwrap();
    assert!(output.status.success(), "normc {command:?} --help failed");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// The subcommands that a help text lists.
fn names(help: &str) -> Vec<&str> {
    let (_, after) = help.split_once("Commands:\n").unwrap();
    let lines = after.lines().take_while(|line| !line.is_empty());
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").collect()
}
