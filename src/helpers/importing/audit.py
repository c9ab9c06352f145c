"""Account for every row of a source, in sentences that are printed before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from helpers.importing.rows import Record, Refused
from helpers.importing.sources import Source

SHOWN = 20
BIGKINDS_CAP = 20_000
LOST = "·…"


@dataclass(frozen=True)
class Dropped:
    """A row or page that is not taken, and why."""

    place: str
    reason: str
    title: str = ""
    source_id: str = ""


@dataclass
class Audit:
    """The result of one source. ``rows`` counts the rows that were read, whether they were taken or not."""

    source: Source
    rows: int = 0
    kept: int = 0
    dropped: list[Dropped] = field(default_factory=list)
    strata: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)
    remarks: Counter[str] = field(default_factory=Counter)
    days: Counter[tuple[str, str]] = field(default_factory=Counter)
    marks: Counter[str] = field(default_factory=Counter)
    with_nouns: int = 0

    def keep(self, record: Record) -> None:
        """Count an article that is taken."""
        self.kept += 1
        self.strata[record.stratum] += 1
        self.with_nouns += bool(record.nouns)
        self.flags.update(part for part in [record.flag] if part)
        self.remarks.update(record.remarks)
        self.days[record.outlet, record.published_at[:10]] += 1
        self.marks.update({mark: (record.title + record.text).count(mark) for mark in LOST})

    def drop(self, place: str, reason: str, record: Record | Refused) -> None:
        """Note a row that is not taken."""
        self.dropped.append(Dropped(place, reason, record.title, record.source_id))

    def lines(self) -> list[str]:
        """The audit as lines to print."""
        assert self.rows == self.kept + len(self.dropped), "a row is neither kept nor dropped"
        return [self._head(), *(f"  {line}" for line in self._told())]

    def _head(self) -> str:
        what = {"bigkinds": f"a BIGKinds export {self.source.layout}", "folder": "a folder of pages"}
        return f"{self.source.path.name}: {what.get(self.source.kind, 'a table')}"

    def _told(self) -> list[str]:
        unit = "files" if self.source.kind == "folder" else "rows"
        told = [f"{unit}: {self.rows:,} read = {self.kept:,} kept + {len(self.dropped):,} dropped"]
        sheet = self.source.sheet
        if sheet is not None:
            told.append("columns: " + ", ".join(f"{field}={column}" for field, column in self.source.mapping.items()))
            unused = [column for column in sheet.columns if column not in self.source.mapping.values()]
            told += ["columns not used: " + _some(unused)] * bool(unused)
            if self.source.taken_for_text:
                told.append(f"note: no column is called a text; {self.source.taken_for_text} is long and taken for it")
            told += [f"encoding: {sheet.encoding}"] * bool(sheet.encoding)
            told += [f"note: {note}" for note in sheet.notes]
        told += self._reasons()
        nouns = f" (noun lists: {self.with_nouns:,})" if self.with_nouns else ""
        told += [f"strata: {_listed(self.strata)}{nouns}"] * bool(self.kept)
        told += self._remarks()
        told += self._bigkinds() if self.source.kind == "bigkinds" else []
        return told + self._coverage()

    def _reasons(self) -> list[str]:
        reasons = Counter(row.reason.partition(";")[0] for row in self.dropped)
        if len(reasons) > SHOWN:
            return [f"dropped: {len(self.dropped):,}, each with its reason in dropped.csv"]
        told = [f"dropped: {count:,}: {reason}" for reason, count in reasons.most_common()]
        return [*told, f"dropped are: {self._places()}"] if told else told

    def _places(self) -> str:
        """The dropped files, or the numbers of the dropped rows as a person finds them in the file."""
        if self.source.kind == "folder":
            return _some([row.place.rpartition("/")[2] for row in self.dropped])
        unit = "line" if self.source.sheet and self.source.sheet.encoding else "row"
        return f"{unit} " + _some([row.place.rpartition("=")[2] for row in self.dropped])

    def _remarks(self) -> list[str]:
        """How many rows had something to tell, of one kind in a line, with the words that stood there."""
        kinds: dict[str, Counter[str]] = {}
        for remark, count in sorted(self.remarks.items()):
            kind, _, value = remark.partition(": ")
            kinds.setdefault(kind, Counter())[value] += count
        told = []
        for kind, values in sorted(kinds.items()):
            words = f": {_some([value for value, _ in values.most_common()], 5)}" if any(values) else ""
            told.append(f"told: {values.total():,} with {kind}{words}")
        return told

    def _bigkinds(self) -> list[str]:
        told = []
        if self.flags:
            told.append(
                f"flagged by BIGKinds (분석제외): {_listed(self.flags)}; all kept, the flag is in x_flag. "
                "It marks the earlier copy more often than the later: copies are found anew (stories)"
            )
        if self.rows >= BIGKINDS_CAP:
            told.append(f"cap: {self.rows:,} rows; a download is said to be cut at {BIGKINDS_CAP:,}")
        if self.kept >= 20 and not any(self.marks.values()):
            told.append(
                "damage: no '·' and no '…' in any headline or text: the export replaces both by a space ('한 미 일'), "
                "so a name of several parts may read as several words"
            )
        return told

    def _coverage(self) -> list[str]:
        dated = sorted(day for _, day in self.days if day)
        if not dated:
            return ["days: none is known"] if self.kept else []
        first, last = self.source.asked or (dated[0], dated[-1])
        told = [f"asked for: {first} to {last} (the file's name)"] if self.source.asked else []
        outside = sum(n for (_, day), n in self.days.items() if day and not first <= day <= last)
        told += [f"dated outside of it: {outside:,}"] * bool(outside)
        told.append(f"days: {dated[0]} to {dated[-1]}")
        span = _days(first, last)
        if span and len(span) <= 3_700:
            told += [self._gaps(outlet, span) for outlet, _ in self._outlets()[:SHOWN]]
        rest = self._outlets()[SHOWN:]
        return told + [f"outlets: {len(rest):,} more, with {sum(n for _, n in rest):,} articles"] * bool(rest)

    def _outlets(self) -> list[tuple[str, int]]:
        sizes: Counter[str] = Counter()
        for (outlet, _), count in self.days.items():
            sizes[outlet] += count
        return sizes.most_common()

    def _gaps(self, outlet: str, span: list[str]) -> str:
        """An outlet's articles and the days that it lacks; of one that has few days, how many it has."""
        own = {day for name, day in self.days if name == outlet}
        articles = sum(count for (name, _), count in self.days.items() if name == outlet)
        without = [day for day in span if day not in own]
        gaps = ""
        if not any(own):
            gaps = "; no day is known"
        elif 2 * len(without) > len(span):
            gaps = f"; on {len(span) - len(without)} of {len(span):,} days"
        elif without:
            gaps = f"; {len(without)} of {len(span)} days without ({_some(without, 3)})"
        return f"outlet: {outlet or '(unknown)'} {articles:,}{gaps}"


def _days(first: str, last: str) -> list[str]:
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return []
    return [(start + timedelta(days=n)).isoformat() for n in range((end - start).days + 1)]


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.most_common())


def _some(items: list[str], most: int = 10) -> str:
    more = f" and {len(items) - most:,} more" if len(items) > most else ""
    return ", ".join(items[:most]) + more
