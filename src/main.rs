//! The command line of normc.

fn main() -> std::process::ExitCode {
    normc::cli::main()
}
