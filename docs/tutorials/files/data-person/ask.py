import onrecord

database = onrecord.open("onrecord.db")
for hit in database.search("metres").hits:
    print(hit.quote.speaker.name, "|", hit.quote.text)
