# a package of one submodule
