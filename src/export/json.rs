//! normc's own catalogue: everything a package declares, as JSON with a published schema.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::artifact::{Backend, Options, alone};
use crate::catalogue::{Catalogue, SCHEMA_VERSION};

/// The catalogue in JSON.
pub(super) const BACKEND: Backend<Catalogue> = Backend {
    name: "json",
    extension: "json",
    media_type: "application/json",
    follows: "normc's own catalogue, schema version 1.0.0 (JSON Schema draft 2020-12)",
    applies: |_| true,
    emit,
    beside: alone,
};

const ID: &str = "urn:normc:catalogue:1.0.0";

/// A catalogue file.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(title = "normc catalogue")]
struct File<'c> {
    /// The schema that the file follows.
    #[serde(rename = "$schema")]
    schema: &'c str,
    /// The version of that schema.
    schema_version: &'c str,
    /// The program that made the file.
    generator: &'c str,
    /// The package.
    catalogue: &'c Catalogue,
}

fn emit(catalogue: &Catalogue, options: &Options) -> Result<Vec<u8>, String> {
    let file = File { schema: ID, schema_version: SCHEMA_VERSION, generator: &options.generator, catalogue };
    let mut bytes = serde_json::to_vec_pretty(&file).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The schema of the file.
pub fn schema() -> Schema {
    crate::schema::of::<File<'_>>(ID)
}
