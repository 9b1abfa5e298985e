//! The compiler for European cybersecurity standards.
