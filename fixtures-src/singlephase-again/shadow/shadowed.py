# a module that takes the name of an extension in sys.modules
