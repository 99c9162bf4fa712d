"""The edition of July to December 2024 and its eight stories, in its order."""

from datetime import datetime
from zoneinfo import ZoneInfo

from newsroom.demo import stories_of_ice, stories_of_people

PUBLISHED_AT = datetime(2025, 1, 15, 10, tzinfo=ZoneInfo("Asia/Almaty"))

EDITION = {
    "period": "2024-h2",
    "title": "Snapshots: July – December 2024",
    "introduction": """
        Eight stories from the second half of 2024. A heritage project along the Silk Roads came to
        its end, and so did one on gender equality in the schools of Kazakhstan. Young scientists
        went to the mountains to read rocks; students in Talgar learned what to do in an emergency.

        The second half of the edition is about ice and water: how much snow and ice Central Asia
        stands to lose, how people below glacier lakes can be warned and prepared, and what pupils
        can learn from the weather.
    """,
    "image": "cover-2024-h2",
}

STORIES = [*stories_of_people.STORIES, *stories_of_ice.STORIES]
