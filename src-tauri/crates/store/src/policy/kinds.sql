SELECT kind FROM policy_kind WHERE from_year = :from_year ORDER BY kind;
