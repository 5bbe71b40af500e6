# The mode, and what it is for.
mode-explore = Explore
mode-explore-for = Explore: look around the body
