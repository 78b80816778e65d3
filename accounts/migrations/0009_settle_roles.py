"""The database settles each member's role from the groups they are in.

``role`` stays a column, because nearly every page asks it of many members; it can no longer be
written, only follow.
"""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION accounts_role_of(who bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN bool_or(permission.codename = 'administer') THEN 'admin'
        WHEN bool_or(permission.codename = 'moderate') THEN 'moderator'
        ELSE 'member'
    END
    FROM accounts_member_groups AS belongs
    JOIN auth_group_permissions AS may ON may.group_id = belongs.group_id
    JOIN auth_permission AS permission ON permission.id = may.permission_id
    JOIN django_content_type AS kind ON kind.id = permission.content_type_id
    WHERE belongs.member_id = who AND kind.app_label = 'accounts' AND kind.model = 'member'
$$;
CREATE FUNCTION accounts_settle_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.role := accounts_role_of(NEW.id);
    RETURN NEW;
END
$$;
CREATE FUNCTION accounts_groups_of_member_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE accounts_member SET role = role
    WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.member_id ELSE NEW.member_id END;
    RETURN NULL;
END
$$;
CREATE FUNCTION accounts_group_may_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE accounts_member SET role = role WHERE id IN (
        SELECT member_id FROM accounts_member_groups
        WHERE group_id = CASE WHEN TG_OP = 'DELETE' THEN OLD.group_id ELSE NEW.group_id END
    );
    RETURN NULL;
END
$$;
"""
# Its name puts it before count_access, which looks at the role as it is settled.
TRIGGERS = """
CREATE TRIGGER a_settle_role BEFORE INSERT OR UPDATE OF role ON accounts_member
FOR EACH ROW EXECUTE FUNCTION accounts_settle_role();
CREATE TRIGGER settle_role AFTER INSERT OR UPDATE OR DELETE ON accounts_member_groups
FOR EACH ROW EXECUTE FUNCTION accounts_groups_of_member_changed();
CREATE TRIGGER settle_roles AFTER INSERT OR UPDATE OR DELETE ON auth_group_permissions
FOR EACH ROW EXECUTE FUNCTION accounts_group_may_changed();
CREATE OR REPLACE FUNCTION accounts_count_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.access_version := greatest(NEW.access_version, OLD.access_version);
    IF (NEW.password, NEW.role, NEW.is_active, NEW.suspended_until, NEW.moderates_only)
        IS DISTINCT FROM
        (OLD.password, OLD.role, OLD.is_active, OLD.suspended_until, OLD.moderates_only) THEN
        NEW.access_version := NEW.access_version + 1;
    END IF;
    RETURN NEW;
END
$$;
"""
UNDO = """
DROP TRIGGER a_settle_role ON accounts_member;
DROP TRIGGER settle_role ON accounts_member_groups;
DROP TRIGGER settle_roles ON auth_group_permissions;
DROP FUNCTION accounts_settle_role();
DROP FUNCTION accounts_groups_of_member_changed();
DROP FUNCTION accounts_group_may_changed();
DROP FUNCTION accounts_role_of(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0008_two_groups")]
    operations = [migrations.RunSQL(FUNCTIONS + TRIGGERS, UNDO)]
