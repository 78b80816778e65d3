from django.urls import path

from accounts import entrance, views

app_name = "accounts"
urlpatterns = [
    path("settings/", views.settings, name="settings"),
    path("settings/order/", views.reading_order, name="reading_order"),
    path("settings/blocked/", views.blocked, name="blocked"),
    path("settings/blocked/<int:pk>/unblock/", views.unblock, name="unblock"),
    path("settings/prove/", views.prove, name="prove"),
    path("accounts/signup/code/", entrance.joining, name="joining"),
    path("accounts/new-address/", views.new_address, name="new_address"),
    path("settings/elsewhere/", views.log_out_elsewhere, name="log_out_elsewhere"),
    path("settings/consent/take-back/", views.take_back_consent, name="take_back_consent"),
]
