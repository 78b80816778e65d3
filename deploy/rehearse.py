"""Does docs/running.md, "On a server", word for word in a clean Debian.

    debootstrap --variant=minbase trixie /tmp/forum-server
    python3 deploy/rehearse.py /tmp/forum-server

Root runs it; the folder is used up by it. Every line of the page's blocks runs there as it stands,
and then the site is asked through nginx, as a visitor would. What a folder without an init system
and a name in the world lacks is stood in for: ``systemctl`` does what the unit files say,
``certbot`` signs a certificate itself, and ``editor`` fills in what a person would.
"""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "calm-river-rehearsal"
ADMIN = "first.admin@forum.example"
# {what a program asks: what is typed}, the first that fits.
ANSWERS = (
    (rb"(?i)password[^\n]*: ?$|enter it again: ?$", PASSWORD),
    (rb"(?i)e-mail address: ?$", ADMIN),
    (rb"(?i)pseudonym: ?$", "First Admin"),
)

EDITOR = r"""#!/bin/sh
# The settings and names that a person would write.
case "$1" in
    */environment)
        sed -i -e "s|^SECRET_KEY=.*|SECRET_KEY=$(python3 -c 'import secrets; print(secrets.token_hex(40))')|" \
            -e "s|mssupport:password@|mssupport:PASSWORD@|" "$1" ;;
esac
""".replace("PASSWORD@", f"{PASSWORD}@")

CERTBOT = r"""#!/bin/sh
folder=/etc/letsencrypt/live/forum.example
mkdir -p "$folder"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=forum.example \
    -keyout "$folder/privkey.pem" -out "$folder/fullchain.pem" 2>/dev/null
"""

SYSTEMCTL = r'''#!/usr/bin/python3
"""Starts what unit files say; of the rest only what docs/running.md asks for."""
import os, pathlib, pwd, subprocess, sys

def unit(name):
    template, _at, instance = name.partition("@")
    path = pathlib.Path("/etc/systemd/system") / (f"{template}@.service" if _at else name)
    text = path.read_text().replace("\\\n", " ").replace("%i", instance)
    lines = [line.partition("=") for line in text.splitlines() if "=" in line and line[0] != "#"]
    return {key.strip(): value.strip() for key, _is, value in lines}

def start(name):
    said = unit(name)
    settings = pathlib.Path(said["EnvironmentFile"]).read_text().splitlines()
    environment = dict(line.split("=", 1) for line in settings if "=" in line and line[0] != "#")
    user = pwd.getpwnam(said["User"])
    groups = os.getgrouplist(user.pw_name, user.pw_gid)
    run = dict(cwd=said["WorkingDirectory"], env={"PATH": os.environ["PATH"], **environment},
               user=user.pw_uid, group=user.pw_gid, extra_groups=groups)
    log = open(f"/var/log/{name}.log", "wb")
    subprocess.Popen(said["ExecStart"].split(), stdout=log, stderr=log, start_new_session=True, **run)
    if after := said.get("ExecStartPost"):
        subprocess.run(after.split(), check=True, **run)

verb, *names = sys.argv[1:]
for name in [each for each in names if not each.startswith("-")]:
    if verb == "enable" and name.endswith(".timer"):
        service = unit(name.replace(".timer", ".service"))
        assert service["ExecStart"] and unit(name), name
    elif verb == "enable":
        start(name)
    elif name == "postgresql":
        version = os.listdir("/etc/postgresql")[0]
        subprocess.run(["pg_ctlcluster", "--skip-systemctl-redirect", version, "main", verb], check=True)
    elif name == "valkey-server":
        os.makedirs("/run/valkey", exist_ok=True)
        subprocess.run(["chown", "valkey:valkey", "/run/valkey"], check=True)
        subprocess.run(["pkill", "-x", "valkey-server"], check=False)
        subprocess.run(["runuser", "-u", "valkey", "--", "valkey-server", "/etc/valkey/valkey.conf",
                        "--daemonize", "yes", "--supervised", "no"], check=True)
    elif name == "nginx":
        subprocess.run(["nginx"] if verb == "start" else ["nginx", "-s", "stop"], check=verb == "start")
'''

# As a visitor and as the first admin: the last line says that it stands.
ASK = r"""
import http.cookiejar, re, ssl, urllib.parse, urllib.request
context = ssl._create_unverified_context()
class Here(urllib.request.HTTPSHandler):
    def https_open(self, request):
        import http.client, socket
        class Connection(http.client.HTTPSConnection):
            def connect(self):
                raw = socket.create_connection(("127.0.0.1", 443), 30)
                self.sock = context.wrap_socket(raw, server_hostname="forum.example")
        return self.do_open(Connection, request)
jar = http.cookiejar.CookieJar()
browser = urllib.request.build_opener(Here(context=context), urllib.request.HTTPCookieProcessor(jar))
site = "https://forum.example"
first = browser.open(f"{site}/")
page = first.read().decode()
assert first.status == 200 and "<h1" in page, page[:300]
sheet = re.search(r'href="(/static/css/site\.\w+\.css)"', page)
assert "immutable" in browser.open(site + sheet[1]).headers["Cache-Control"]
login = browser.open(f"{site}/accounts/login/").read().decode()
token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', login)[1]
words = {"csrfmiddlewaretoken": token, "login": "ADMIN", "password": "WORD"}
sent = urllib.request.Request(f"{site}/accounts/login/", urllib.parse.urlencode(words).encode(),
                              {"Referer": f"{site}/accounts/login/"})
inside = browser.open(sent).read().decode()
assert "Hello, First Admin" in inside, re.findall("<h1[^>]*>(.*?)</h1>", inside)
second = browser.open(f"{site}/choose-your-own/").read().decode()
assert "The pages of the team need a second step" in second
print("REHEARSED")
""".replace("ADMIN", ADMIN).replace("WORD", PASSWORD)


def blocks() -> list[str]:
    """The lines that the page says to run, in their order."""
    page = (ROOT / "docs/running.md").read_text()
    part = page.partition("## On a server")[2].partition("* **Processes.**")[0]
    return [line[4:] for line in part.splitlines() if line.startswith("    ")]


def prepare(debian: Path) -> None:
    """The stand-ins, this repository where the page clones it from, and the script to run."""
    for name, text in (("editor", EDITOR), ("certbot", CERTBOT), ("systemctl", SYSTEMCTL)):
        program = debian / "usr/local/bin" / name
        program.write_text(text)
        program.chmod(0o755)
    # Services are started by the stand-in alone, and nobody is asked whether to go on.
    (debian / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
    (debian / "usr/sbin/policy-rc.d").chmod(0o755)
    (debian / "etc/apt/apt.conf.d/90rehearsal").write_text('APT::Get::Assume-Yes "true";\n')
    shutil.copy("/etc/resolv.conf", debian / "etc/resolv.conf")
    source = debian / "root/source.git"
    subprocess.run(["git", "clone", "-q", "--bare", "--no-hardlinks", ROOT, source], check=True)
    steps = [line.replace("THIS-REPOSITORY", "/root/source.git") for line in blocks()]
    # A machine with an init system has it running as soon as it is installed.
    installed = next(n for n, line in enumerate(steps) if "apt-get install" in line)
    steps.insert(installed + 1, "systemctl start postgresql")
    (debian / "root/ask.py").write_text(ASK)
    (debian / "root/steps.sh").write_text(
        "set -eux\nexport DEBIAN_FRONTEND=noninteractive PATH=/usr/local/bin:$PATH\n"
        "git config --global --add safe.directory '*' || true\napt-get -q update >/dev/null\n"
        + "\n".join(steps)
        + "\npython3 /root/ask.py\n"
    )


def run(debian: Path) -> bool:
    """Runs the steps on a terminal of their own and answers what they ask; whether all was well."""
    child, terminal = pty.fork()
    if child == 0:
        inside = (
            f"mount -t proc proc {debian}/proc; mount --rbind /dev {debian}/dev; "
            f"exec chroot {debian} sh /root/steps.sh"
        )
        # Whatever was started ends with it.
        words = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", inside]
        # Nothing of whoever rehearses: a new server knows none of their settings.
        bare = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8"}
        os.execvpe("unshare", words, bare)
    said = b""
    while True:
        ready, _w, _x = select.select([terminal], [], [], 900)
        try:
            heard = os.read(terminal, 65536) if ready else b""
        except OSError:
            heard = b""
        if not heard:
            break
        sys.stdout.buffer.write(heard)
        sys.stdout.flush()
        said = (said + heard)[-4000:]
        for asks, answer in ANSWERS:
            if re.search(asks, said):
                os.write(terminal, f"{answer}\n".encode())
                said = b""
                break
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


if __name__ == "__main__":
    place = Path(sys.argv[1]).resolve()
    prepare(place)
    sys.exit(0 if run(place) else 1)
