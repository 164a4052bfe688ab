"""Language pipelines: model files, loaded once and handed on."""
