"""Read a text into articles, groups and claims. Pure.

The rules, on one page:

* A core insight or a group opens with its label ("Core Insights -", "Group 1:",
  "第一组", "一、"), at the start of a line, or inside one where a sentence has ended.
* A group's title ends at the first bullet, else at the line's end, else at a colon or
  full stop when sentences follow it.
* A bullet is a claim, however many sentences it has. A dash inside a line is a bullet
  only where a sentence or a marker has ended: minus signs, ranges and "U.S. - China"
  are none. Text without bullets is cut into sentences, each a claim.
* A claim's markers become its citations; its text has none, its span only inner ones.
* A lone line without a full stop is the title, before the content or after it. Between
  two articles it belongs to the first if that has no title yet, else to the second.
* A new article starts at a second core insight, where groups count from one again, at a
  second main heading, or behind a rule.
* Lines that name a source, an author, a date or a reference are left out.
* Without core insight and groups, headings are the groups; sentences of running text
  are claims when they state something (see `prose`).
* Whatever had to be guessed is told in a warning; a text without any claim is refused.
"""

from app.domain.reading.reader import read_text
from app.domain.reading.script import language_of

__all__ = ["language_of", "read_text"]
