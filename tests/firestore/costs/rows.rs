//! The expressions that are priced.

/// An expression.
#[derive(Debug)]
pub(super) struct Row {
    /// As the page shows it.
    pub(super) shown: &'static str,
    /// A condition that is true and holds it.
    pub(super) measured: &'static str,
    /// What else that condition costs.
    pub(super) beside: u32,
}

/// Functions that the expressions call.
pub(super) const HELPERS: &str = "
function f0() { return true; }
function f1(a) { return true; }
function f2(a, b) { return true; }
function f3(a, b, c) { return true; }
function used(a) { return a; }
function let1(a) { let b = a; return true; }
function let2(a) { let b = a; let c = a; return true; }
function letUsed(a) { let b = a; return b; }
";

/// A condition by itself.
const fn is(condition: &'static str) -> Row {
    Row { shown: condition, measured: condition, beside: 0 }
}

/// A condition that is false, measured under `!`.
const fn not(shown: &'static str, measured: &'static str) -> Row {
    Row { shown, measured, beside: 1 }
}

/// A value that is no condition, measured beside `!= null`.
const fn value(shown: &'static str, measured: &'static str) -> Row {
    Row { shown, measured, beside: 2 }
}

/// Every row of the page, in its order.
pub(super) const ROWS: &[Row] = &[
    is("true"),
    is("1 == 1"),
    is("1 < 2"),
    is("!false"),
    is("true && true"),
    not("false && true", "!(false && true)"),
    is("true || false"),
    is("false || true"),
    is("d.gone == 1 || true"),
    is("true || d.gone == 1"),
    not("d.gone == 1 && false", "!(d.gone == 1 && false)"),
    is("true ? true : false"),
    is("false ? false : true"),
    value("d", "d != null"),
    value("d.x", "d.x != null"),
    value("d.m.k", "d.m.k != null"),
    value("d['x']", "d['x'] != null"),
    value("d.l[0]", "d.l[0] != null"),
    value("request.resource.data.x", "request.resource.data.x != null"),
    value("resource.data.x", "resource.data.x != null"),
    is("d.yes"),
    is("d.x is string"),
    is("d.t is timestamp"),
    is("d.x == 'hello'"),
    is("d.x != 'hallo'"),
    is("d.x == e.x"),
    is("d.none == null"),
    is("d.x.size() <= 5"),
    is("d.x.matches('[a-z]{1,100}')"),
    is("d.n >= 1 && d.n <= 5"),
    is("d.n is int && d.n >= 1 && d.n <= 5"),
    is("d.f is number && d.f * 0 == 0"),
    is("d.l is list && d.l.size() <= 5"),
    is("d.l.hasOnly(['a', 'b', 'c'])"),
    is("d.l.join('').size() <= 5"),
    is("d.x in ['hello']"),
    is("d.x in ['hello', 'b', 'c']"),
    is("'x' in d"),
    not("'y' in d", "!('y' in d)"),
    value("d.get('x', null)", "d.get('x', null) != null"),
    value("d.get(['m', 'k'], null)", "d.get(['m', 'k'], null) != null"),
    value("d.keys()", "d.keys() != null"),
    is("d.keys().hasOnly(['changed', 'x', 'n', 'f', 't', 'l', 'm', 'none', 'yes'])"),
    is("d.keys().hasAll(['x', 'n', 'f', 't', 'l', 'm'])"),
    not("d.keys().hasAny(['y', 'z'])", "!d.keys().hasAny(['y', 'z'])"),
    value("d.diff(e)", "d.diff(e) != null"),
    value("d.diff(e).affectedKeys()", "d.diff(e).affectedKeys() != null"),
    not(
        "d.diff(e).affectedKeys().hasAny(['x', 'n'])",
        "!d.diff(e).affectedKeys().hasAny(['x', 'n'])",
    ),
    is("d.diff(e).affectedKeys().hasOnly(['changed'])"),
    value("request.auth.uid", "request.auth.uid != null"),
    value("request.auth.token.role", "request.auth.token.role != null"),
    value("request.auth", "request.auth != null"),
    value("request.time", "request.time != null"),
    is("f0()"),
    is("f1(1)"),
    is("f2(1, 2)"),
    is("f3(1, 2, 3)"),
    is("used(true)"),
    is("let1(1)"),
    is("let2(1)"),
    is("letUsed(true)"),
    is("exists(/databases/$(database)/documents/other/1)"),
    is("exists(/databases/$(database)/documents/other/$(d.x)) == false"),
    value(
        "get(/databases/$(database)/documents/other/1).data.x",
        "get(/databases/$(database)/documents/other/1).data.x != null",
    ),
    value("-1", "-1 != null"),
    value("1 + 1", "1 + 1 != null"),
    value("[1, 2, 3]", "[1, 2, 3] != null"),
    value("{'a': 1, 'b': 2}", "{'a': 1, 'b': 2} != null"),
    value("duration.value(1, 'h')", "duration.value(1, 'h') != null"),
    value("d.t.toMillis()", "d.t.toMillis() != null"),
    value("int('1')", "int('1') != null"),
    is("math.abs(1.0) == 1.0"),
    value("d.x[0:2]", "d.x[0:2] != null"),
];
