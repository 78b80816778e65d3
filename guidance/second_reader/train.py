"""Trains the second reader: python -m guidance.second_reader.train --data DIR

Needs scikit-learn, which nothing else does and no requirements file names. DIR holds
goemotions_dev_test.tsv (GoEmotions, Apache-2.0), which is only measured on. Writes weights.tsv and
prints the figures that stand in CARD.md; the same sentences give the same weights.
"""

import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from guidance.second_reader.reading import KIND_FROM, WEIGHTS, features

HERE = Path(__file__).parent
KIND = {"caring", "gratitude", "love", "optimism", "joy", "relief", "admiration", "excitement"}
HOSTILE = {"anger", "annoyance", "disgust", "disapproval"}
TONE = ("G01", "G05", "G06", "G07", "G08")
# So many features are kept, those that weigh most.
MAX_FEATURES = 16_000
MIN_WEIGHT = 0.005
FOLDS = 10

Row = tuple[str, str, int]


def own_sentences() -> list[Row]:
    """[(code, sentence, 1 if it is kind)]: the files say 1 where a rule should speak."""
    rows = []
    for file in sorted(HERE.glob("sentences_*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            code, speaks, sentence = line.split("\t")
            rows.append((code, sentence, 1 - int(speaks)))
    return rows


def emotions(folder: Path) -> list[Row]:
    """Comments that are plainly kind or plainly hostile, for each rule of tone in turn."""
    with (folder / "goemotions_dev_test.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = []
    for number, row in enumerate(rows):
        labels = set(row["labels"].split(","))
        is_kind, is_hostile = bool(labels & KIND), bool(labels & HOSTILE)
        if is_kind != is_hostile:
            found.append((TONE[number % len(TONE)], row["text"], int(is_kind)))
    return found


def main(arguments: Sequence[str]) -> int:
    import numpy
    from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-not-found]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]
    from sklearn.model_selection import StratifiedKFold  # type: ignore[import-not-found]

    folder = Path(arguments[arguments.index("--data") + 1])
    own = own_sentences()
    kinds = numpy.array([kind for _code, _text, kind in own])

    def vectors_of(rows: Iterable[Row]) -> list[dict[str, float]]:
        return [dict.fromkeys(features(text, code), 1.0) for code, text, _kind in rows]

    def fit(rows: Sequence[Row]) -> tuple[Any, Any]:
        vectors = DictVectorizer()
        model = LogisticRegression(C=0.2, max_iter=400, class_weight="balanced")
        model.fit(vectors.fit_transform(vectors_of(rows)), [kind for _c, _t, kind in rows])
        return vectors, model

    def chances(vectors: Any, model: Any, rows: Iterable[Row]) -> Any:
        return model.predict_proba(vectors.transform(vectors_of(rows)))[:, 1]

    # What it makes of sentences of ours that it has not seen.
    told = numpy.zeros(len(own))
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=1).split(own, kinds):
        told[test] = chances(*fit([own[n] for n in train]), [own[n] for n in test])
    report(f"own sentences, {FOLDS} folds", kinds, told)
    vectors, model = fit(own)
    measured = emotions(folder)
    report("GoEmotions", numpy.array([k for _c, _t, k in measured]),
           chances(vectors, model, measured))  # fmt: skip
    names = vectors.get_feature_names_out()
    weigh = sorted(zip(names, model.coef_[0], strict=True), key=lambda each: -abs(each[1]))
    # Which rules it was trained for is read from here too, however little their codes weigh.
    kept = [(n, w) for n, w in weigh[:MAX_FEATURES] if abs(w) >= MIN_WEIGHT or _is_code(n)]
    kept += [(name, weight) for name, weight in weigh[MAX_FEATURES:] if _is_code(name)]
    lines = ["# Made by train.py; see CARD.md.", f"\t{model.intercept_[0]:.3f}"]
    lines += [f"{name}\t{weight:.3f}" for name, weight in sorted(kept)]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(lines) - 2} features, {WEIGHTS.stat().st_size // 1000} kB\n")
    return 0


def report(name: str, kinds: Any, told: Any) -> None:
    kind, speaks = kinds == 1, kinds == 0
    silenced = [100 * (told[group] >= KIND_FROM).mean() for group in (kind, speaks)]
    sys.stdout.write(
        f"{name}: {len(kinds)} sentences; silenced are {silenced[0]:.1f} % of the kind ones, and"
        f" {silenced[1]:.1f} % of those that a rule should hear\n"
    )


def _is_code(feature: str) -> bool:
    return feature.startswith("code=")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
