//! Comments on drafts: rounds of records, and the forms on which they come and go. Reads no disk; knows neither model nor document, but is told
//! the places of a draft.

mod answer;
mod docx;
mod export;
mod file;
mod house;
mod id;
mod import;
mod merge;
mod place;
mod record;
mod separated;
mod sheet;
mod table;
mod text;

pub use answer::{one as reason, written};
pub use docx::{Filled, fill};
pub use export::{To, export};
pub use file::{FOLDER, Fault, LIMIT};
pub use id::{Given, given};
pub use import::{Imported, import};
pub use merge::{Merged, merge};
pub use place::{Place, Places, Tie};
pub use record::{Comment, Kept, Outcome, Resolution, Round, Rounds, Source};
pub use table::{Field, Row, Table};
