db.products.createIndex({ item: 1 }, { unique: true });
