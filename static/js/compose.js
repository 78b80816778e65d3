// The compose box: its draft, and guidance beside it.
import "./compose_draft.js";
import "./compose_guidance.js";
