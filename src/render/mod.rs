//! Emit drafts: a document and options make an artifact. Pure: reads no model, no file, no clock.
