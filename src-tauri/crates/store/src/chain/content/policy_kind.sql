SELECT kind FROM policy_kind WHERE from_year = :id ORDER BY kind;
