//! The command line of normc.

// A check makes and frees a few million small things on all cores, which the allocators of most systems take a quarter of its time for.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    normc::cli::main()
}
