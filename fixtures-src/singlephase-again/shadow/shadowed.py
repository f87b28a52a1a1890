# a module that has the name of an extension in sys.modules
