"""Which profile a document calls for: built in, registered, offered by a package, given."""

from __future__ import annotations

import pickle
import subprocess
import sys
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

import minutes_model as mm
from minutes_model.bodies.index import BODIES
from minutes_model.bodies.installed import may_offer
from minutes_model.bodies.registry import Profiles
from minutes_model.errors import PluginError, PluginLoadError, UnknownPluginError

CALLS = {
    "個人情報保護委員会": "ppc",
    "国家公安委員会": "npsc",
    "公安委員会": "prefectural_safety",
    "翠川県公安委員会": "prefectural_safety",
    "若狭路府公安委員会": "prefectural_safety",
    "水明市議会建設環境委員会": "assembly",
    "雪見町議会": "assembly",
    "緑ヶ丘町議会総務文教常任委員会": "assembly",
    "情報流通基盤審議会電波部会": "council",
    "物流データ連携の在り方に関する研究会": "council",
    "港湾料金制度懇談会": "council",
    "個人情報 保護委員会": "ppc",
}
NEAR = [
    "位置情報保護委員会", "個人情報保護審査会", "白樺町情報公開・個人情報保護審査会", "国家鉄道保安委員会", "東翠県収用委員会",
    "鷺沼市教育委員会", "飛羽県議会厚生環境委員会", "参酌院水産委員会", "灯台市都市計画審議会", "三つ森県環境審議会自然部会",
    "水明市議会議員定数審議会", "水明市議会改革協議会", "銀河連邦評定所", "", "委員会", "第3回",
]  # fmt: skip
TEXT = "銀河放送機構経営委員会（第９回）議事概要\n１ 日時：令和６年５月15日（水）10：00～\n"


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> Profiles:
    """The registry of the program, which forgets afterwards."""
    for name in ("_values", "_locations"):
        monkeypatch.setattr(mm.profiles, name, dict(getattr(mm.profiles, name)))
    return mm.profiles


@pytest.mark.parametrize(("body", "name"), CALLS.items())
def test_a_body_calls_for_its_profile(body: str, name: str) -> None:
    chosen = mm.profiles.choose(body)
    assert chosen is not None
    assert chosen.name == name
    assert chosen.fits(body)


@pytest.mark.parametrize("body", NEAR)
def test_a_body_of_a_similar_name_calls_for_none(body: str) -> None:
    assert mm.profiles.choose(body) is None
    assert not any(mm.profiles[name].fits(body) for name in BODIES)


def test_a_title_calls_where_the_body_is_not_known() -> None:
    chosen = mm.profiles.choose(None, "国家公安委員会")
    assert chosen is not None
    assert chosen.name == "npsc"
    assert mm.profiles.choose(None, None) is None


@pytest.mark.parametrize("name", BODIES)
def test_the_index_names_the_bodies_of_the_files(name: str) -> None:
    profile = mm.profiles[name]
    assert (profile.name, profile.bodies) == (name, BODIES[name])
    assert mm.profiles[name] is profile
    assert pickle.loads(pickle.dumps(profile)) == profile


def test_the_name_used_stands_in_the_provenance() -> None:
    def used(text: str, profile: mm.Profile | str | None = None) -> str | None:
        origin = mm.parse(text, profile=profile).meeting.provenance
        return origin.profile if origin else "?"

    assert used(TEXT) is None
    assert used(TEXT, "npsc") == "npsc"
    assert used(TEXT, mm.Profile(name="ginga")) == "ginga"
    assert used("国家公安委員会 議事概要\n") == "npsc"
    assert used("国家公安委員会 議事概要\n", mm.Profile(name="none")) == "none"
    assert used("") is None


def test_what_is_no_profile_is_refused() -> None:
    with pytest.raises(UnknownPluginError, match="no profile 'ginga'; there are: assembly, council"):
        mm.parse(TEXT, profile="ginga")
    with pytest.raises(TypeError, match="a profile is a Profile or the name of one, not int"):
        mm.parse(TEXT, profile=3)  # type: ignore[arg-type]
    with pytest.raises(PluginError, match="'x' is no profile: it is a str, not a Profile"):
        mm.profiles.register("x", "y")  # type: ignore[arg-type]


def test_a_registered_profile_goes_before_what_is_built_in(registered: Profiles) -> None:
    mine = registered.register("mine", mm.Profile(name="mine", bodies=["/.*懇談会/", "国家公安委員会"]))
    assert registered.choose("港湾料金制度懇談会") is mine
    assert registered.choose("国家公安委員会") is mine
    assert registered.choose("港湾料金制度研究会") is registered["council"]


def test_a_full_name_goes_before_a_pattern_and_a_body_before_a_title(registered: Profiles) -> None:
    registered.register("wide", mm.Profile(name="wide", bodies=["/.*委員会/"]))
    narrow = registered.register("narrow", mm.Profile(name="narrow", bodies=["銀河委員会"]))
    assert registered.choose("銀河委員会") is narrow
    assert registered.choose("国家公安委員会") is registered["npsc"]
    assert registered.choose("水星委員会", "銀河委員会") is narrow
    assert registered.choose("水星委員会", "国家公安委員会の会議") is registered["wide"]


def test_one_put_in_the_place_of_a_built_in_hides_it(registered: Profiles) -> None:
    other = registered.register("npsc", mm.Profile(name="npsc", bodies=["銀河委員会"]), replace=True)
    assert registered.choose("国家公安委員会") is None
    assert registered.choose("銀河委員会") is other
    registered.unregister("npsc")
    found = registered.choose("国家公安委員会")
    assert found is not None
    assert found.rules == {"staff": False}


class TestPackages:
    """A tiny installed package: its metadata and a module beside it."""

    MODULE = 'from minutes_model import Profile\nboard = Profile(name="board", bodies=["/銀河.*/"], roles={"理事": "member"})\nwrong = 3\n'

    @pytest.fixture
    def package(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        metadata = tmp_path / "ginga_profiles-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: ginga-profiles\nVersion: 1.0\n")
        self.offer(tmp_path, "board = ginga_profiles:board")
        (tmp_path / "ginga_profiles.py").write_text(self.MODULE, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.delitem(sys.modules, "ginga_profiles", raising=False)
        return tmp_path

    @staticmethod
    def offer(folder: Path, *points: str) -> None:
        words = "\n".join(["[minutes_model.profiles]", *points, ""])
        (folder / "ginga_profiles-1.0.dist-info" / "entry_points.txt").write_text(words)

    def test_its_profile_is_chosen(self, package: Path) -> None:
        fresh = Profiles()
        chosen = fresh.choose("銀河放送機構経営委員会")
        assert chosen is not None
        assert chosen.name == "board"
        assert fresh["board"] is chosen
        entry = next(entry for entry in fresh.entries() if entry.name == "board")
        assert (entry.package, entry.version) == ("ginga-profiles", "1.0")

    def test_a_full_name_of_a_built_in_goes_before_its_pattern(self, package: Path) -> None:
        module = self.MODULE.replace("/銀河.*/", "/.*委員会/")
        (package / "ginga_profiles.py").write_text(module, encoding="utf-8")
        fresh = Profiles()
        named, other = fresh.choose("国家公安委員会"), fresh.choose("翠川県公安委員会")
        assert named is not None
        assert other is not None
        assert (named.name, other.name) == ("npsc", "board")

    def test_parse_finds_it(self, package: Path) -> None:
        code = f"import minutes_model as mm; print(mm.parse({TEXT!r}).meeting.provenance.profile)"
        run = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(package)!r}); {code}"]
        assert subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip() == "board"

    def test_one_that_fails_is_passed_over(self, package: Path) -> None:
        self.offer(package, "gone = no_such_module:x", "wrong = ginga_profiles:wrong")
        fresh = Profiles()
        with pytest.warns(RuntimeWarning, match="a profile is passed over: ") as told:
            assert fresh.choose("銀河放送機構経営委員会") is None
        assert len(told) == 2
        with pytest.raises(PluginLoadError, match="is no profile: it is a int, not a Profile"):
            fresh.get("wrong")

    def test_what_may_be_offered_is_seen_without_reading_all_metadata(
        self, package: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # Libraries of other tests may have put finders of their own there.
        monkeypatch.setattr(sys, "meta_path", [PathFinder])
        assert may_offer("minutes_model.profiles")
        assert not may_offer("minutes_model.nothing")
        monkeypatch.syspath_prepend(str(package / "no_such_folder"))
        monkeypatch.syspath_prepend(str(package / "ginga_profiles.py"))
        assert may_offer("minutes_model.nothing"), "what is inside an archive is not known"

    def test_a_finder_of_packages_elsewhere_is_believed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Finder:
            find_spec = find_distributions = staticmethod(lambda *arguments: None)

        monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder()])
        assert may_offer("minutes_model.nothing")


def test_nothing_is_loaded_for_a_document_that_calls_for_no_profile() -> None:
    heavy = "('importlib.metadata', 'minutes_model.bodies.profile', 'minutes_model.bodies.reading')"
    code = f"import sys, minutes_model as mm; mm.parse({TEXT!r}); print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_long_title_costs_little() -> None:
    assert mm.profiles.choose("検討会" * 3000 + "x") is None


class TestMany:
    def test_workers_are_given_the_profile(self, registered: Profiles) -> None:
        registered.register("mine", mm.Profile(name="mine", labels={"座所": "venue"}))
        text = TEXT + "座所：北の間\n"
        found = [list(mm.parse_many([text, text], workers=n, profile="mine")) for n in (None, 2)]
        assert [[one.meeting.venue for one in many if one.ok] for many in found] == [["北の間"] * 2] * 2

    def test_a_name_that_is_not_there_is_no_failure_of_each_source(self) -> None:
        with pytest.raises(UnknownPluginError):
            mm.parse_many([TEXT], profile="ginga")
        with pytest.raises(TypeError):
            mm.parse_many([TEXT], profile=3)
