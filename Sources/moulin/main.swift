print("moulin")
