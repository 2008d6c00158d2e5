INSERT INTO policy_award (
    from_year, award, places, prize_fen, team_share_millionths, ranking, weak_below_fen
)
VALUES (
    :from_year, :award, :places, :prize_fen, :team_share_millionths, :ranking, :weak_below_fen
);
