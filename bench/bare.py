"""A Flask page with nothing in it, served as ours is: what a request costs anyway."""

from flask import Flask
from waitress import create_server

app = Flask(__name__)


@app.get("/")
def hello() -> str:
    """Greet."""
    return "Hello"


def main() -> None:
    """Serve on a free port of loopback and print it."""
    server = create_server(
        app, host="127.0.0.1", port=0, threads=8, asyncore_use_poll=True
    )
    print(f"at http://127.0.0.1:{server.effective_port}/", flush=True)
    server.run()


if __name__ == "__main__":
    main()
