"""What attackers type, each with what it would do where text is taken for code."""

#: Vector: what it is after.
INJECTIONS: dict[str, str] = {
    "<script>alert(1)</script>": "a script element",
    '"><img src=x onerror=alert(1)>': "out of an attribute, into a handler",
    "' onmouseover='alert(1)": "out of an attribute in single quotes",
    "<svg/onload=alert(1)>": "a handler without white space",
    "</textarea><b>": "out of a text field",
    "]]><!--": "out of CDATA, into a comment",
    "' OR 1=1 --": "SQL that is always true",
    "'; DROP TABLE cards; --": "a second SQL statement",
    '" OR *': "an operator of full-text search",
    "1 UNION SELECT 1,2,3": "rows of another table",
    "1; SELECT pg_sleep(9)": "a slow statement of PostgreSQL",
    "%' ESCAPE 'x": "the pattern of LIKE",
    "${7*7}{{7*7}}<%= 7*7 %>": "an expression of a template language",
    "{{ config.SECRET_KEY }}": "the key, through Jinja",
    "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}": "Python",
    "%(person_id)s {person_id}": "the words of a format string",
    "%0d%0aSet-Cookie: a=b": "a header, escaped",
    "../../../../etc/passwd": "a file above",
    "..%2f..%2fetc%2fpasswd": "the same, escaped",
    "file:///etc/passwd": "a file by its address",
    "javascript:alert(1)": "a script by its address",
    "//evil.test/": "another host as a path",
    "\\\\evil.test\\x": "the same for browsers that mend it",
    "=cmd|' /C calc'!A0": "a formula of a spreadsheet",
    "a\u202eb\ufeff": "text that runs backwards, and a mark of byte order",
}
#: What no text holds; sent where an address's argument is expected.
UNTEXT: dict[str, str] = {
    "\r\nSet-Cookie: a=b": "a header",
    "\x00": "the end of a C string",
    "%00": "the same, escaped",
    "NaN": "no number",
    "-1": "a number below all",
    "9" * 30: "a number above all",
}
