//! What a text comes to in a few digits: equal where nothing changed.

use sha2::{Digest, Sha256};

/// SHA-256 as bytes.
pub fn bytes(bytes: impl AsRef<[u8]>) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// SHA-256 in hexadecimal.
pub fn sha256(of: impl AsRef<[u8]>) -> String {
    bytes(of).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first 32 digits of it, for what only has to differ from a few others.
pub fn short(bytes: impl AsRef<[u8]>) -> String {
    let mut digest = sha256(bytes);
    digest.truncate(32);
    digest
}
