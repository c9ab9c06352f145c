"""How a word that no list of words has is bounded by its parts."""


def test_a_run_of_thousands_of_letters_is_split_in_linear_time() -> None:
    import time

    from helpers.keywords.reference import rarest_part

    began = time.process_time()
    assert rarest_part("가나" * 20_000, {"가나": 5.0}, 1.0) == 5.0
    assert time.process_time() - began < 5
