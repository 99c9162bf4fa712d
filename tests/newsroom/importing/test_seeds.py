from newsroom.importing.reading import read_document
from newsroom.importing.splitting import split
from tests.newsroom.importing.seeds import seed


def test_the_first_seed_has_its_eight_stories_letter_for_letter():
    text = seed(1).decode()
    edition = split(read_document(text.encode(), "snapshots.txt"))
    assert [len(story.paragraphs) for story in edition.stories] == [1, 3, 1, 1, 1, 1, 1, 1]
    assert str(edition.period) == "2024-h2"
    assert edition.language == "en"
    lines = text.splitlines()
    for story in edition.stories:
        assert story.headline in lines
        assert all(paragraph in lines for paragraph in story.texts)
    told = [line for story in edition.stories for line in (story.headline, *story.texts)]
    # All that is left over is the site's "News" and the title.
    assert [line for line in lines if line and line not in told] == ["News", edition.title]
    assert edition.warnings == []


def test_the_second_seed_gives_texts_by_sector_and_no_story():
    edition = split(read_document(seed(2), "sectors.txt"))
    assert edition.stories == []
    assert [text.sector for text in edition.sector_texts] == [
        None,
        "natural-sciences",
        "social-human-sciences",
        "communication-information",
    ]
    assert "no story was made" in edition.warnings[0]
    assert "Education, Culture" in edition.warnings[1]
