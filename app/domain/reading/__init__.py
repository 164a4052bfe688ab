"""Read a text into articles, groups and claims. Pure.

The rules, on one page.

Before anything is read, marks are dropped and their places remembered (`marks`,
`places`): emphasis, links, code, images, front matter, quote marks, HTML tags and
entities, zero-width and bidirectional characters. Spans count in the text as received.

Lines (`blocks`, `outline`)
* A core insight or a group opens with its label ("Core Insights -", "Group 1:", "Group
  II", "第一组", "一、"), at the start of a line, or inside one where a sentence ended.
* A group's title ends at the first bullet, else at the line's end, else at a colon or
  full stop when sentences follow it.
* A dash inside a line is a bullet only where a sentence or a marker has ended: minus
  signs, ranges, "U.S. - China" and a dash before a small letter behind a marker or an
  abbreviation are none. Of a table, the sentences in cells count, its heads do not.
* A lone line without a full stop is the title, before the content or after it. Between
  two articles it belongs to the first if that has no title yet, else to the second.
* "Key Points" over a list, below a core insight of another name, are a group.
* Lines cut at one width are one line; a digest's title below may be cut once.
* A new article starts at a second core insight, where groups count from one again, at a
  second main heading, or behind a rule.
* Lines that name a source, an author, a date or a reference are left out.
* Without core insight and groups, headings are the groups.
* A made-up title is of the groups' titles, longer where two articles would share it.
* A text of more than 150,000 lines is refused.

The form decides what a claim is (`drafts`). A text with a core insight or groups, or
one that is mostly a list, *is* a list of claims: each bullet is one, however many
sentences it has, and each sentence of a text without bullets. Anything else is prose:
each sentence is judged (`prose`), whether it stands in a paragraph or a list.

A sentence of prose is dropped if it states nothing (`speech`): a question, a call, a
caption, speech about the text, an expression of feeling, fewer than five words. Else it
is taken, unless one of these holds; then it is offered, with the first as the reason:
* it is somebody's words, in quotation marks, unless it names who said it and a figure;
* it speaks as "I" or "we", or to "you"; it gives an opinion or advice;
* a date has no year, or a change in the past no date ("last year", "prices fell"); but
  beside a name and a figure a change needs none, and a date may hang on that of the
  article, if a line at its head or a dateline tells it (the lead needs no figure);
* it leans on another sentence (`leaning`): its subject is a pronoun, a bare "the ship"
  or "most of them"; it has "this", "then", "such"; a pronoun has nothing before it that
  it could mean; a "the ship" was introduced further up, unless the title names it, or
  is one of many ("the river"); it compares with nothing ("have become cheaper"), or is
  part of something unsaid ("the largest share", `unsaid`);
* it is no full sentence, too long, or tells of a past event without name and year;
* it says little: neither a figure, a name or a cause, nor ten words; an event with a
  name only; of everybody or nobody without a figure; that there is something, and not
  what ("had three effects"); a gesture ("applauded") (`worth`).
Before that, words that only join ("However,") and datelines are cut off, and a name is
put in where it is certain (`subjects`): "he" or "she" is the subject of the sentence
before, if the paragraph names one person only; "it" is, if nothing else there could be
meant, or if it decides and no other name stands there; "the company" is the one company
that the title names; who "said" something gets the whole name. Chinese has the same
rules with its own words, traditional as simplified, and puts in no name
(`leaning_chinese`). Sentences in other languages are taken if they state something. A
sentence with a marker is never dropped.

* A claim's markers become its citations; its text has none, its span only inner ones.
* Whatever had to be guessed is told in a warning; a text without any claim is refused.
"""

from app.domain.reading.reader import read_text
from app.domain.reading.script import language_of

__all__ = ["language_of", "read_text"]
