"""The lists that a feature plugs into: one line each. System checks find what was forgotten.

What is done now and then stands in mssupport.periodic_jobs, which needs this.
"""

import accounts.personal_data
import composing.personal_data
import forums.personal_data
import guidance.personal_data
import moderation.personal_data
import notifications.personal_data
from accounts.data_map import PersonalData
from composing.surfaces import SurfaceList
from forums.rooms import TopicRoom
from forums.surfaces import ForumSurfaces
from live.rooms import Rooms
from moderation.rooms import ModeratorsRoom
from notifications.rooms import MemberRoom

# The live rooms, handed to the hub and to the address for catching up.
ROOMS: Rooms = (TopicRoom(), MemberRoom(), ModeratorsRoom())

# Where members write, by app: handed to the addresses of drafts.
SURFACES: SurfaceList = (ForumSurfaces(),)

# In the order in which an account is erased: what others see first, the account itself last
# (mssupport.leaving).
PERSONAL_DATA: tuple[PersonalData, ...] = (
    *forums.personal_data.PERSONAL_DATA,
    *composing.personal_data.PERSONAL_DATA,
    *moderation.personal_data.PERSONAL_DATA,
    *guidance.personal_data.PERSONAL_DATA,
    *notifications.personal_data.PERSONAL_DATA,
    *accounts.personal_data.PERSONAL_DATA,
)
