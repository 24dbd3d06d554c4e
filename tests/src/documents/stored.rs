//! Values as documents hold them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{NaiveTime, Timelike};
use models_core::access::Value;

use crate::firestore::value;

/// The value in the form of the REST interface; `None` where there is none.
pub fn stored(of: &Value) -> Option<serde_json::Value> {
    Some(match of {
        Value::Null => return None,
        Value::Bool(it) => value::bool(*it),
        Value::Int(it) => value::int(*it),
        Value::Float(it) => value::double(*it),
        Value::Decimal(it) => value::string(&it.to_string()),
        Value::Text(it) => value::string(it),
        Value::Uuid(it) => value::string(&it.to_string()),
        Value::Timestamp(it) => {
            value::timestamp(&it.to_rfc3339_opts(chrono::SecondsFormat::Micros, true))
        }
        Value::Date(it) => value::string(&it.to_string()),
        Value::Time(it) => value::string(&time(*it)),
        Value::Interval(it) => value::int(it.num_microseconds().unwrap()),
        Value::Bytes(it) => value::bytes(&STANDARD.encode(it)),
        Value::List(it) => value::array(it.iter().map(|element| stored(element).unwrap())),
        other => panic!("no document holds {other:?}"),
    })
}

/// No digits behind the second, or six.
fn time(time: NaiveTime) -> String {
    let form = if time.nanosecond() == 0 { "%H:%M:%S" } else { "%H:%M:%S%.6f" };
    time.format(form).to_string()
}
