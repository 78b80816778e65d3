from django.urls import path

from moderation.views import case, crisis, figures, looking, people, queue, record, reporting

app_name = "moderation"
urlpatterns = [
    path("posts/<int:pk>/report/", reporting.report, name="report"),
    path("reports/<int:pk>/", reporting.my_report, name="my_report"),
    path("moderation/", queue.queue, name="queue"),
    path("moderation/waiting/", queue.waiting, name="waiting"),
    path("moderation/next/", queue.next_case, name="next"),
    path("moderation/spam/", queue.spam, name="spam"),
    path("moderation/spam/<int:pk>/undo/", queue.undo_spam, name="undo_spam"),
    path("moderation/views/", queue.keep_view, name="keep_view"),
    path("moderation/views/<int:pk>/forget/", queue.drop_view, name="drop_view"),
    path("moderation/cases/<int:pk>/", case.case, name="case"),
    path("moderation/cases/<int:pk>/claim/", queue.claim, name="claim"),
    path("moderation/cases/<int:pk>/release/", queue.release, name="release"),
    path("moderation/cases/<int:pk>/hand-on/", queue.hand, name="hand_on"),
    path("moderation/cases/<int:pk>/undo/", case.undo, name="undo"),
    path("moderation/cases/<int:pk>/reach-out/", crisis.reach_out, name="reach_out"),
    path("moderation/steps/<int:pk>/", crisis.step, name="step"),
    path("moderation/misused/<int:pk>/", crisis.misused, name="misused"),
    path("moderation/cases/<int:pk>/look/", looking.look_in_case, name="look_in_case"),
    path("moderation/posts/<int:pk>/look/", looking.look, name="look"),
    path("moderation/duty/", crisis.duty, name="duty"),
    path("moderation/duty/<int:pk>/off/", crisis.off_duty, name="off_duty"),
    path("moderation/myself/", people.myself, name="myself"),
    path("moderation/myself/buddy/", people.buddy, name="buddy"),
    path("moderation/after/", people.after, name="after"),
    path("moderation/cases/<int:pk>/pass/", people.pass_case, name="pass"),
    path("moderation/figures/", figures.team, name="figures"),
    path("moderation/figures/<slug:name>-<slug:theme>.svg", figures.chart, name="chart"),
    path("moderation/figures.csv", figures.as_csv, name="figures_csv"),
    path("transparency/", figures.transparency, name="transparency"),
    path("care/<int:pk>/", crisis.care, name="care"),
    path("record/", record.record, name="record"),
    path("record/<int:pk>/", record.told, name="told"),
]
