"""Parses a script and the bodies of its functions; says where it fails."""

import sys

import pglast
from pglast import ast, visitors


class Unqualified(visitors.Visitor):
    """Collects the tables that are named without a schema."""

    def __init__(self):
        super().__init__()
        self.tables, self.local = set(), set()

    def visit_CommonTableExpr(self, ancestors, node):
        self.local.add(node.ctename)

    def visit_RangeVar(self, ancestors, node):
        if not node.schemaname:
            self.tables.add(node.relname)


def judge_function(statement, text):
    options = {option.defname: option.arg for option in statement.options}
    language = options["language"].sval if "language" in options else "sql"
    if language == "plpgsql":
        pglast.parse_plpgsql(text)
    elif language == "sql" and "as" in options:
        body = pglast.parse_sql(options["as"][0].sval)
        found = Unqualified()
        found(body)
        tables = found.tables - found.local
        if "security" in options and options["security"].boolval and tables:
            raise ValueError(f"with its owner's rights it names {tables} without a schema")


text = open(sys.argv[1], encoding="utf-8").read()
try:
    statements = pglast.parse_sql(text)
except pglast.Error as error:
    sys.exit(f"the script does not parse: {error}")
if not statements:
    sys.exit("the script has no statement")

for raw in statements:
    if isinstance(raw.stmt, ast.CreateFunctionStmt):
        end = raw.stmt_location + raw.stmt_len if raw.stmt_len else len(text)
        name = ".".join(part.sval for part in raw.stmt.funcname)
        try:
            judge_function(raw.stmt, text[raw.stmt_location : end])
        except (pglast.Error, ValueError) as error:
            sys.exit(f"the function {name}: {error}")
