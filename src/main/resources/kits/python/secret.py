SECRET_FILE = os.path.join(HERE, "client-secret.txt")
SECRET_NAME = <<secret-name>>


def secret():
    try:
        with open(SECRET_FILE, encoding="utf-8") as file:
            text = file.read().replace("\r", "").replace("\n", "")
    except FileNotFoundError:
        text = ""
    if not text or "<<placeholder>>" in text:
        stop("Put the value of the secret into client-secret.txt, on one line and nothing else. "
             "It is the one described as %s." % ascii(SECRET_NAME))
    return text
