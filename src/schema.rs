//! The JSON Schema of what normc writes as JSON, from the types that are written.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

/// The schema of `T` as it is written, draft 2020-12, under this identifier.
pub fn of<T: JsonSchema>(id: &str) -> Schema {
    let mut schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), id.into());
    schema
}
