//! Writes the tables of `book/src/measured.md`: `cargo bench --no-default-features --bench measured`.
//!
//! Each size is measured in a process of its own, so that its peak of memory is its own. Of several runs the fastest counts.
#![allow(missing_docs, reason = "a bench is no interface")]

#[path = "corpus/mod.rs"]
mod corpus;

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use normc::diagnostic::Diagnostic;
use normc::project::{self, Session};
use normc::source::Sources;
use normc::syntax::{self, SyntaxTree};
use normc::{check, graph, model};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use sha2::{Digest, Sha256};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const RUNS: usize = 7;

/// The rows of the table of stages. The first is what the others are compared with.
const ROWS: [&str; 8] = ["baseline", "load", "parse", "resolve", "link", "check", "load to check", "after an edit"];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[1..] {
        ["stages", folder] => print_line(&stages(Path::new(folder))),
        ["whole", folder] => whole(Path::new(folder)),
        _ => tables(&arguments[0]),
    }
}

/// Times in microseconds, on one line.
fn print_line(times: &[Duration]) {
    println!("{}", times.iter().map(|time| time.as_micros().to_string()).collect::<Vec<_>>().join(" "));
}

/// What `normc check` does, and how much memory the process took at its peak, in KiB.
fn whole(folder: &Path) {
    let workspace = project::load(folder).expect("the corpus is a workspace");
    let checked = project::check(&workspace);
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    println!("{}", peak.trim().trim_end_matches(" kB"));
    std::process::exit(0);
}

fn best<T>(mut run: impl FnMut() -> T) -> Duration {
    let time = |_| {
        let start = Instant::now();
        let made = run();
        let took = start.elapsed();
        drop(made);
        took
    };
    (0..RUNS).map(time).min().unwrap_or_default()
}

fn parse(sources: &Sources) -> (Vec<SyntaxTree>, Vec<Vec<Diagnostic>>) {
    let files: Vec<_> = sources.iter().collect();
    files.par_iter().map(|(id, file)| syntax::parse(*id, file.text())).unzip()
}

/// The best time of each row.
fn stages(folder: &Path) -> Vec<Duration> {
    let workspace = project::load(folder).expect("the corpus is a workspace");
    let sources = &workspace.sources;
    let baseline = best(|| {
        for (_, file) in sources.iter() {
            let _ = black_box(std::str::from_utf8(black_box(file.text().as_bytes())));
            black_box(Sha256::digest(file.text()));
        }
    });
    let (trees, _) = parse(sources);
    let (model, _) = model::resolve(sources, &trees);
    let graph = graph::link(&model);
    vec![
        baseline,
        best(|| project::load(folder)),
        best(|| parse(sources)),
        best(|| model::resolve(sources, &trees)),
        best(|| graph::link(&model)),
        best(|| check::run(&model, &graph, &check::Config::default())),
        best(|| {
            let workspace = project::load(folder).expect("it was read before");
            project::check(&workspace).diagnostics.len()
        }),
        edit(folder),
    ]
}

/// From a change of one file to the findings of the whole workspace.
fn edit(folder: &Path) -> Duration {
    let mut workspace = project::load(folder).expect("the corpus is a workspace");
    let mut session = Session::default();
    session.check(&workspace);
    let part = workspace.sources.iter().filter(|(_, file)| file.path().ends_with("part-00.norm")).last();
    let (id, file) = part.expect("a vertical has parts");
    let texts = [file.text().to_owned(), file.text().replacen("ten times", "11 times", 1)];
    let mut times = Vec::new();
    for run in 0..RUNS {
        workspace.sources.replace(id, texts[(run + 1) % 2].clone());
        let start = Instant::now();
        let checked = session.check(&workspace);
        times.push(start.elapsed());
        assert!(checked.diagnostics.is_empty());
    }
    times.into_iter().min().unwrap_or_default()
}

fn tables(program: &str) {
    let mut stages: Vec<Vec<f64>> = Vec::new();
    let mut processes = Vec::new();
    for size in SIZES {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let corpus = corpus::Corpus::new(size);
        corpus::write(&corpus, folder.path()).expect("room for the corpus");
        let run = |what: &str| {
            let output = Command::new(program).arg(what).arg(folder.path()).output().expect("this program starts");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8_lossy(&output.stdout).trim().to_owned()
        };
        let mut peak = 0.0;
        let took = best(|| peak = run("whole").parse().unwrap_or(0.0));
        processes.push((size, corpus.bytes(), took, peak));
        stages.push(run("stages").split(' ').map(|time| time.parse().unwrap_or(f64::NAN)).collect());
    }
    machine();
    println!("| requirements | source | whole process | peak memory |\n| --: | --: | --: | --: |");
    for (size, bytes, took, peak) in processes {
        let (source, took, peak) = (mega(bytes), took.as_secs_f64() * 1e3, peak / 1024.0);
        println!("| {size} | {source:.1} MB | {took:.0} ms | {peak:.0} MiB |");
    }
    println!("\n| stage | {} | of baseline | from 10000 to 100000 |", SIZES.map(|size| size.to_string()).join(" | "));
    println!("| :-- | --: | --: | --: | --: | --: |");
    for (row, name) in ROWS.iter().enumerate() {
        let times =
            stages.iter().map(|of_size| format!("{:.1} ms", of_size[row] / 1e3)).collect::<Vec<_>>().join(" | ");
        let (ratio, growth) = (stages[1][row] / stages[1][0], stages[2][row] / stages[1][row]);
        println!("| {name} | {times} | {ratio:.2} | {growth:.1} |");
    }
}

#[allow(clippy::cast_precision_loss, reason = "a table shows three digits")]
fn mega(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// The machine in a line: processor, cores, memory, system, compiler. Linux tells; elsewhere some of it stays unsaid.
fn machine() {
    let field = |file: &str, name: &str| {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix(name).map(str::to_owned));
        line.unwrap_or_default().trim_start_matches([':', '=', '\t', ' ']).trim_matches('"').to_owned()
    };
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let memory = field("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse().unwrap_or(0_u64) >> 20;
    let rustc = Command::new("rustc").arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    println!(
        "{}, {cores} cores, {memory} GiB, {}, {}\n",
        field("/proc/cpuinfo", "model name"),
        field("/etc/os-release", "PRETTY_NAME"),
        String::from_utf8_lossy(&rustc).split(" (").next().unwrap_or_default()
    );
}
