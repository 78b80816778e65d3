from django.urls import path

from forums.views import acts, composing, drafting, guiding, reading, warning

app_name = "forums"
urlpatterns = [
    path("", reading.home, name="home"),
    path("new/", reading.new, name="new"),
    path("following/", reading.followed, name="followed"),
    path("search/", reading.search, name="search"),
    path("content-warnings/", warning.choices, name="warnings"),
    path("drafts/", drafting.drafts, name="drafts"),
    path("drafts/look/", guiding.look_at_draft, name="look"),
    path("drafts/keep/", drafting.keep_draft, name="keep_draft"),
    path("drafts/<int:pk>/", drafting.open_draft, name="open_draft"),
    path("drafts/<int:pk>/forget/", drafting.forget_draft, name="forget_draft"),
    path("waiting/<int:pk>/", drafting.held, name="held"),
    path("boards/<slug:slug>/", reading.board, name="board"),
    path("boards/<slug:slug>/start/", composing.new_topic, name="new_topic"),
    path("topics/<int:pk>/", reading.topic, name="topic"),
    path("topics/<int:pk>/unread/", reading.first_unread, name="first_unread"),
    path("topics/<int:pk>/replies/<int:branch>/", reading.branch, name="branch"),
    path("topics/<int:pk>/reply/", composing.reply, name="reply"),
    path("topics/<int:pk>/follow/", acts.follow, name="follow"),
    path("topics/<int:pk>/read/", acts.read, name="read"),
    path("topics/<int:pk>/wish/", acts.wish, name="wish"),
    path("topics/<int:pk>/reopen/", acts.reopen, name="reopen"),
    path("topics/<int:pk>/pace/", acts.at_its_pace, name="at_its_pace"),
    path("posts/<int:pk>/", reading.post, name="post"),
    path("posts/<int:pk>/reply/", composing.reply_to_post, name="reply_to_post"),
    path("posts/<int:pk>/edit/", composing.edit, name="edit"),
    path("posts/<int:pk>/read/", warning.read, name="read_post"),
    path("posts/<int:pk>/suggest-warning/", warning.suggest, name="suggest_warning"),
    path("posts/<int:pk>/history/", reading.history, name="history"),
    path("posts/<int:pk>/withdraw/", composing.withdraw, name="withdraw"),
    path("posts/<int:pk>/block/", acts.block, name="block"),
    path("posts/<int:pk>/react/", acts.reaction, name="react"),
]
