"""Who speaks for a body in English, and does not listen."""

PEOPLE_OF_BODIES = (
    "expert|specialist|representative|official|delegate|trainer|lecturer|scientist|researcher"
    "|professor|consultant|facilitator|speaker|engineer|colleague|instructor|academic|scholar"
    "|rescuer|adviser|advisor|member|referent|secretar(?:y|ie)(?:-general)?|dean|rector|director(?:-general)?|head|chair"
    "|chairman|chairwoman|chairperson|manager|coordinator|commissioner|jury|team"
)
