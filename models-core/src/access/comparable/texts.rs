//! Text and bytes: both by their bytes.

use std::cmp::Ordering;

use super::ordered;

ordered!(str, str, |left, right| Some(left.cmp(right)));
ordered!(Vec<u8>, Vec<u8>, |left, right| Some(left.cmp(right)));
