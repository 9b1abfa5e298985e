//! The command line: one file a subcommand. Exit code 0: clean; 1: findings of severity error; 2: could not run.
#![allow(clippy::disallowed_methods, reason = "the environment, the current folder and the terminal come in here")]
#![allow(clippy::print_stderr, reason = "what is said to the person goes to standard error")]

mod baseline;
mod build;
mod check;
mod comments;
mod completions;
mod coverage;
mod date;
mod diff;
mod explain;
mod fmt;
mod list;
mod listing;
mod man;
mod mend;
mod new;
mod review;
mod obligations;
mod outline;
mod schema;
mod trace;
mod watch;

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::check::rules::{Entry, RULES};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::project::{self, Workspace};
use crate::source::Sources;

/// The compiler for European cybersecurity standards: checks Norm sources and builds drafts and catalogues from them.
#[derive(Debug, Parser)]
#[command(name = "normc", version, propagate_version = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// The workspace; the nearest folder upwards with a norm.yaml where nothing is said.
    #[arg(long, global = true, value_name = "DIR")]
    root: Option<PathBuf>,
    /// How findings are printed.
    #[arg(long, global = true, value_enum, default_value_t = MessageFormat::Human)]
    message_format: MessageFormat,
    /// When to use colour; `auto` means on a terminal, unless NO_COLOR is set.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto)]
    color: Colour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MessageFormat {
    /// With the source and carets.
    Human,
    /// One JSON object a line.
    Json,
    /// One line each.
    Short,
    /// A SARIF 2.1.0 log, for viewers of static analysis.
    Sarif,
    /// A JUnit report, for what shows test results.
    Junit,
    /// A code quality report, for GitLab's merge requests.
    Gitlab,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Begin a workspace in an empty folder.
    New(new::New),
    /// Check every package of the workspace.
    Check(check::Check),
    /// Check, then build drafts and catalogues.
    Build(build::Build),
    /// Rewrite sources in the canonical form.
    Fmt(fmt::Fmt),
    /// Say what a rule checks, why, and how to mend what it finds.
    Explain(explain::Explain),
    /// Show what changed in the horizontals since deliverables were compared with them, and record what was compared.
    Review(review::Review),
    /// Show what changed between two revisions of the workspace, and whether requirements ask for more or for less.
    Diff(diff::Diff),
    /// Show everything above and below a declaration.
    Trace(trace::Trace),
    /// Show which essential requirements, threats and obligations a declaration is there for.
    Why(trace::Why),
    /// Show what would have to be looked at again if a declaration changed.
    Impact(trace::Impact),
    /// Show what meets what in each deliverable, for which products and from which level, as matrices.
    Coverage(coverage::Coverage),
    /// Show what the request asks of each deliverable and of the work programme, and how each of it stands.
    Obligations(obligations::Obligations),
    /// Bring in comments on a draft, decide on them, and send the decisions back.
    Comments(comments::Comments),
    /// List, copy or check outlines: the order, headings, labels and words of drafts.
    Outline(outline::Outline),
    /// Print the JSON Schema of what normc reads or writes: catalogue, findings, coverage, obligations, diff, outline.
    Schema(schema::Schema),
    /// List packages, rules or formats.
    List(list::List),
    /// Print a completion script for a shell.
    Completions(completions::Completions),
    /// Print the manual page.
    Man(man::Man),
}

/// What every subcommand is given.
struct Context {
    root: Option<PathBuf>,
    format: MessageFormat,
    colour: bool,
    /// Whether the first finding of each rule says what the rule is there for.
    explain: bool,
}

/// How a subcommand ended.
enum Outcome {
    Clean,
    Findings,
}

/// Runs the program on the process' arguments.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    let colour = match arguments.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        }
    };
    let explain = match &arguments.command {
        Command::Check(check) => check.explain,
        Command::Build(build) => build.explain,
        _ => false,
    };
    let context = Context { root: arguments.root, format: arguments.message_format, colour, explain };
    let outcome = match arguments.command {
        Command::New(new) => new.run(),
        Command::Check(check) => check.run(&context),
        Command::Build(build) => build.run(&context),
        Command::Fmt(fmt) => fmt.run(&context),
        Command::Explain(explain) => explain.run(),
        Command::Review(review) => review.run(&context),
        Command::Diff(diff) => diff.run(&context),
        Command::Trace(trace) => trace.run(&context),
        Command::Why(why) => why.run(&context),
        Command::Impact(impact) => impact.run(&context),
        Command::Coverage(coverage) => coverage.run(&context),
        Command::Obligations(obligations) => obligations.run(&context),
        Command::Comments(comments) => comments.run(&context),
        Command::Outline(outline) => outline.run(&context),
        Command::Schema(schema) => schema.run(),
        Command::List(list) => list.run(&context),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            eprintln!("normc: {error}");
            ExitCode::from(2)
        }
    }
}

impl Context {
    fn load(&self) -> Result<Workspace, String> {
        project::load(&self.root()?)
    }

    /// The root of the workspace.
    fn root(&self) -> Result<PathBuf, String> {
        if let Some(root) = &self.root {
            return Ok(root.clone());
        }
        let here = std::env::current_dir().map_err(|error| format!("cannot tell the current folder: {error}"))?;
        project::find_root(&here)
    }

    /// Prints findings: for people to standard error, for programs to standard output.
    fn report(&self, sources: &Sources, diagnostics: &[Diagnostic]) -> Result<(), String> {
        match self.format {
            MessageFormat::Human if self.explain => eprint!("{}", explain::beside(sources, diagnostics, self.colour)),
            MessageFormat::Human => eprint!("{}", diagnostic::terminal(sources, diagnostics, self.colour)),
            MessageFormat::Json => print(&diagnostic::json(sources, diagnostics))?,
            MessageFormat::Short => print(&diagnostic::short(sources, diagnostics))?,
            MessageFormat::Sarif => {
                let rules: Vec<_> = RULES.iter().map(Entry::help).collect();
                print(&diagnostic::sarif(sources, diagnostics, &rules))?;
            }
            MessageFormat::Junit => {
                let rules: Vec<_> = RULES.iter().map(|entry| entry.rule.name).collect();
                print(&diagnostic::junit(sources, diagnostics, &rules))?;
            }
            MessageFormat::Gitlab => print(&diagnostic::gitlab(sources, diagnostics))?,
        }
        Ok(())
    }
}

/// Whether findings make a check fail.
fn outcome(diagnostics: &[Diagnostic]) -> Outcome {
    if count(diagnostics, Severity::Error) > 0 { Outcome::Findings } else { Outcome::Clean }
}

fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
}

fn counted(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// Prints to standard output; a reader that went away is no fault.
fn print(text: &str) -> Result<(), String> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("cannot print: {error}")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_arguments_are_sound() {
        <super::Arguments as clap::CommandFactory>::command().debug_assert();
    }
}
