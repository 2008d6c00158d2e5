UPDATE chain SET digest = :digest WHERE seq = :seq AND digest IS NULL;
