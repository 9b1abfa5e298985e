//! Writes files whole or not at all.

use std::io::Write;
use std::path::{Component, Path};

/// Writes `bytes` to `name` below `folder`: to a file beside it first, which then takes its place. What leads out of the folder, by its name or
/// by a link on the way, is refused.
pub fn write(folder: &Path, name: &Path, bytes: &[u8]) -> Result<(), String> {
    if !name.components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(format!("`{}` leads out of `{}`", name.display(), folder.display()));
    }
    let path = folder.join(name);
    let failed = |error: std::io::Error| format!("cannot write `{}`: {error}", path.display());
    let parent = path.parent().unwrap_or(folder);
    std::fs::create_dir_all(folder).map_err(failed)?;
    if !is_inside(folder, parent).map_err(failed)? {
        return Err(format!("`{}` leads out of `{}` by a link", path.display(), folder.display()));
    }
    std::fs::create_dir_all(parent).map_err(failed)?;
    let mut file = tempfile::Builder::new().prefix(".normc-").tempfile_in(parent).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is private; output is as readable as any file.
        let mode = std::fs::metadata(&path).map_or(0o644, |old| old.permissions().mode());
        file.as_file().set_permissions(std::fs::Permissions::from_mode(mode)).map_err(failed)?;
    }
    file.persist(&path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Whether `path`, as far as it exists, stands in `folder` when links are followed.
pub(super) fn is_inside(folder: &Path, path: &Path) -> std::io::Result<bool> {
    let there = path.ancestors().find(|path| path.exists()).unwrap_or(folder);
    Ok(std::fs::canonicalize(there)?.starts_with(std::fs::canonicalize(folder)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_below_the_folder_only() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), Path::new("a/b.txt"), b"one").unwrap();
        write(folder.path(), Path::new("a/b.txt"), b"two").unwrap();
        assert_eq!(std::fs::read(folder.path().join("a/b.txt")).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(folder.path().join("a")).unwrap().count(), 1);
        assert!(write(folder.path(), Path::new("../b.txt"), b"").is_err());
        assert!(write(folder.path(), Path::new("/b.txt"), b"").is_err());
    }
}
